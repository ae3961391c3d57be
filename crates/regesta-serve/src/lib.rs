//! The reading room: pages over a store, served on this machine only.

mod address;
mod assets;
mod frame;
mod guard;
pub mod pages;
mod site;
mod text;
mod wording;

use tokio::net::TcpListener;

pub use crate::{frame::Collection, site::router};

/// What can go wrong with serving.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The address is not this machine's own.
    #[error("{0} can be reached from other machines; listen on 127.0.0.1")]
    NotLocal(std::net::SocketAddr),
    /// The listener failed.
    #[error("the reading room stopped: {0}")]
    Listener(#[from] std::io::Error),
}

/// Serves the reading room of a store until `shutdown` is done.
///
/// # Errors
/// Where the listener is not on a loopback address, or fails.
pub async fn serve(
    store: regesta_store::Store,
    collection: Collection,
    listener: TcpListener,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> Result<(), ServeError> {
    let address = listener.local_addr()?;
    if !address.ip().is_loopback() {
        return Err(ServeError::NotLocal(address));
    }
    axum::serve(listener, router(store, collection)).with_graceful_shutdown(shutdown).await?;
    Ok(())
}
