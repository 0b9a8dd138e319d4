//! A language server for the files of a site: what is wrong with them while they are typed, what may be typed, and what
//! it means, in any program that speaks the Language Server Protocol 3.17.
//!
//! [`serve`] answers on standard input and output. `server` is the protocol, `session` what it keeps, `keeper` the one thread that reads sites,
//! and `workspace` what they share. `typed` maps positions; `query` finds what is at one, with `fields` for YAML; `findings`,
//! `actions`, `completion` and `hover` answer. `input` passes over what is no message.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::panic))]

mod actions;
mod completion;
mod fields;
mod findings;
mod hover;
mod input;
mod keeper;
mod query;
mod server;
mod session;
mod typed;
mod workspace;

use std::io::BufReader;

use guichet::model::values::Date;
use tower_lsp_server::{LspService, Server};

use input::MessageInput;
use session::GuichetServer;
pub use session::LspOptions;

/// Answers one program on standard input and output, until it says `exit` or closes the input.
///
/// # Errors
///
/// If the system allows no more threads.
pub fn serve<D: Fn() -> Date + Send + 'static>(options: LspOptions<D>) -> std::io::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?;
    let input = MessageInput::begin(BufReader::new(std::io::stdin()))?;
    runtime.block_on(async {
        let (service, socket) = LspService::new(|client| GuichetServer::new(client, options));
        let server = Server::new(input, tokio::io::stdout(), socket);
        server.serve(service).await;
    });
    // A thread may still wait for input that never comes.
    runtime.shutdown_background();
    Ok(())
}
