// Opens a reading room of the examples in a folder of its own, on a port of its own.

import { spawn } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const EXAMPLES = resolve(import.meta.dirname, "../../../examples/collection");

/** Returns the address of the room and a function that closes it. */
export async function openRoom() {
  if (process.env.REGESTA_URL) return { url: process.env.REGESTA_URL, close: async () => {} };
  const folder = await mkdtemp(join(tmpdir(), "regesta-browser-"));
  await cp(EXAMPLES, folder, { recursive: true });
  const room = spawn(resolve(process.env.REGESTA_BIN), ["open", folder, "--port", "0"], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const close = async () => {
    const gone = new Promise((done) => room.once("exit", done));
    room.kill("SIGINT");
    await Promise.race([gone, new Promise((done) => setTimeout(done, 5000).unref())]);
    room.kill("SIGKILL");
    await rm(folder, { recursive: true, force: true });
  };
  try {
    return { url: await printedAddress(room), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Waits for the address the program prints. */
function printedAddress(room) {
  return new Promise((found, failed) => {
    let said = "";
    const hear = (words) => {
      said += words;
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (address) found(address[0]);
    };
    room.stdout.on("data", hear);
    room.stderr.on("data", hear);
    room.once("error", failed);
    room.once("exit", (status) => failed(new Error(`regesta ended with ${status} before it served:\n${said}`)));
    setTimeout(() => failed(new Error(`regesta printed no address in two minutes:\n${said}`)), 120_000).unref();
  });
}
