//! Style sheet, scripts and marks, held in the program.

use std::fmt::Write as _;

use axum::{
    extract::Path,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "assets/"]
struct Assets;

/// Address of an asset with the beginning of its hash, so that it may be kept for ever.
pub(crate) fn address(name: &str) -> String {
    let mut res = format!("/assets/{name}");
    if let Some(file) = Assets::get(name) {
        res.push_str("?v=");
        for byte in file.metadata.sha256_hash().iter().take(6) {
            // Writing into a String cannot fail.
            let _ = write!(res, "{byte:02x}");
        }
    }
    res
}

/// Serves an asset.
pub(crate) async fn asset(Path(name): Path<String>) -> Response {
    let Some(file) = Assets::get(&name) else {
        return (StatusCode::NOT_FOUND, "There is no such asset.").into_response();
    };
    let media_type = match name.rsplit_once('.') {
        Some((_, "css")) => "text/css; charset=utf-8",
        Some((_, "js")) => "text/javascript; charset=utf-8",
        Some((_, "svg")) => "image/svg+xml",
        _ => "application/octet-stream",
    };
    let headers = [
        (header::CONTENT_TYPE, media_type),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
    ];
    (headers, file.data).into_response()
}
