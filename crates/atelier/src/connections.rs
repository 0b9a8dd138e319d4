//! The connections of browsers: how many there are, and how long one may take to say what it wants.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio_stream::StreamExt as _;

/// How many there are at a time: a browser opens six for all of its windows, and other programs one for each. The rest
/// waits.
const MOST: usize = 320;

/// How long the head of a request may take, and how long a connection stays without one.
const HEAD: Duration = Duration::from_secs(10);

/// How long nothing may come of the body of a request that has not ended.
const BODY: Duration = Duration::from_secs(30);

/// Answers requests until the process ends.
pub(crate) async fn serve(listener: TcpListener, router: Router) {
    /// Where the system has no connection to give, the next attempt is after this.
    const AGAIN: Duration = Duration::from_millis(50);
    let places = Arc::new(Semaphore::new(MOST));
    while let Ok(place) = Arc::clone(&places).acquire_owned().await {
        let Ok((stream, _)) = listener.accept().await else {
            tokio::time::sleep(AGAIN).await;
            continue;
        };
        // What is answered is small, and somebody waits for it.
        let _ = stream.set_nodelay(true);
        let service = TowerToHyperService::new(router.clone());
        tokio::spawn(async move {
            let mut connection = http1::Builder::new();
            let connection = connection
                .timer(TokioTimer::new())
                .header_read_timeout(HEAD);
            // Whoever closes one needs no answer.
            let _ = connection
                .serve_connection(TokioIo::new(stream), service)
                .await;
            drop(place);
        });
    }
}

/// A request whose body fails once nothing of it comes any more.
pub(crate) fn impatient(request: Request) -> Request {
    request.map(|body| {
        let parts = body.into_data_stream().timeout(BODY);
        Body::from_stream(parts.map(|part| match part {
            Ok(part) => part.map_err(std::io::Error::other),
            Err(_) => Err(std::io::ErrorKind::TimedOut.into()),
        }))
    })
}
