//! The protocol: what programs tell and ask, and what they get.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::{Arc, PoisonError};

use guichet::messages;
use guichet::model::values::Date;
use tower_lsp_server::LanguageServer;
use tower_lsp_server::jsonrpc::Result;
use tower_lsp_server::ls_types::*;

use crate::actions;
use crate::completion;
use crate::hover::{self, Pointed};
use crate::keeper::SiteChange;
use crate::session::GuichetServer;
use crate::typed::{TypedText, Units};
use crate::workspace::{ClientSettings, KnownSite, OpenText, SiteFile, path_of};

impl<D: Fn() -> Date + Send + 'static> LanguageServer for GuichetServer<D> {
    async fn initialize(&self, params: InitializeParams) -> Result<InitializeResult> {
        let capabilities = &params.capabilities;
        let general = capabilities.general.as_ref();
        let offered = general.and_then(|general| general.position_encodings.as_deref());
        let units = Units::of(offered.unwrap_or_default());
        let workspace = capabilities.workspace.as_ref();
        let edits = workspace.and_then(|workspace| workspace.workspace_edit.as_ref());
        let operations = edits.and_then(|edits| edits.resource_operations.as_deref());
        let files = workspace.and_then(|workspace| workspace.did_change_watched_files.as_ref());
        let language = self.language(params.locale.as_deref());
        // A program that asks twice keeps what it asked for first.
        let _ = self.workspace.client.set(ClientSettings {
            units,
            words: messages::of(language),
            makes_files: edits.is_some_and(|edits| edits.document_changes == Some(true))
                && operations.is_some_and(|all| all.contains(&ResourceOperationKind::Create)),
            tells_of_files: files.is_some_and(|files| files.dynamic_registration == Some(true)),
        });
        let folders = params.workspace_folders.unwrap_or_default();
        let mut folders: Vec<PathBuf> = folders.iter().filter_map(|f| path_of(&f.uri)).collect();
        #[allow(deprecated)]
        let root = params.root_uri.as_ref();
        if folders.is_empty() {
            folders.extend(root.and_then(path_of));
        }
        *self.folders.lock().unwrap_or_else(PoisonError::into_inner) = folders;
        self.begin();
        Ok(InitializeResult {
            capabilities: capabilities_of(units),
            server_info: Some(ServerInfo {
                name: "guichet".to_owned(),
                version: Some(env!("CARGO_PKG_VERSION").to_owned()),
            }),
            ..InitializeResult::default()
        })
    }

    async fn initialized(&self, _: InitializedParams) {
        let tells = self
            .workspace
            .client
            .get()
            .map(|client| client.tells_of_files);
        if tells == Some(true) {
            self.watch_files();
        }
        let folders = self.folders.lock();
        let folders = std::mem::take(&mut *folders.unwrap_or_else(PoisonError::into_inner));
        self.open_folders(folders);
    }

    async fn shutdown(&self) -> Result<()> {
        Ok(())
    }

    async fn did_open(&self, params: DidOpenTextDocumentParams) {
        let document = params.text_document;
        let path = path_of(&document.uri);
        let Some(file) = path.as_deref().and_then(SiteFile::at) else {
            self.log("lsp-not-read", document.uri.as_str().to_owned());
            return;
        };
        let open = OpenText {
            uri: document.uri,
            file: file.clone(),
            text: Arc::new(TypedText::new(document.text)),
            version: document.version,
        };
        self.workspace.open(open.clone());
        self.changed(SiteChange::Typed(file, Some(open)));
    }

    async fn did_change(&self, params: DidChangeTextDocumentParams) {
        let document = params.text_document;
        // The whole text is asked for: the last one counts.
        let Some(change) = params.content_changes.into_iter().next_back() else {
            return;
        };
        let changed = self
            .workspace
            .change(&document.uri, change.text, document.version);
        if let Some(open) = changed {
            self.changed(SiteChange::Typed(open.file.clone(), Some(open)));
        }
    }

    async fn did_save(&self, params: DidSaveTextDocumentParams) {
        let tells = self
            .workspace
            .client
            .get()
            .map(|client| client.tells_of_files);
        let open = self.workspace.text(&params.text_document.uri);
        // What other programs have changed meanwhile is read with it, where nobody tells.
        if let (Some(false), Some(open)) = (tells, open) {
            self.changed(SiteChange::Site(open.file.root));
        }
    }

    async fn did_close(&self, params: DidCloseTextDocumentParams) {
        if let Some(open) = self.workspace.close(&params.text_document.uri) {
            self.changed(SiteChange::Typed(open.file, None));
        }
    }

    async fn did_change_watched_files(&self, params: DidChangeWatchedFilesParams) {
        let paths: BTreeSet<PathBuf> = params
            .changes
            .iter()
            .filter_map(|change| path_of(&change.uri))
            .collect();
        for path in paths {
            self.changed(SiteChange::Saved(path));
        }
    }

    async fn did_change_workspace_folders(&self, params: DidChangeWorkspaceFoldersParams) {
        let added = params.event.added.iter();
        self.open_folders(added.filter_map(|folder| path_of(&folder.uri)));
    }

    async fn completion(&self, params: CompletionParams) -> Result<Option<CompletionResponse>> {
        let at = &params.text_document_position;
        let list = self.at(at, |query, open, client| {
            completion::complete(query, &open.text, client)
        });
        Ok(list.await.map(CompletionResponse::List))
    }

    async fn hover(&self, params: HoverParams) -> Result<Option<Hover>> {
        let at = &params.text_document_position_params;
        let shown = self.at(at, |query, open, client| {
            let Pointed { span, help, .. } = hover::pointed(query)?;
            Some(Hover {
                contents: HoverContents::Markup(MarkupContent {
                    kind: MarkupKind::Markdown,
                    value: help,
                }),
                range: Some(open.text.range(&span, client.units)),
            })
        });
        Ok(shown.await)
    }

    async fn goto_definition(
        &self,
        params: GotoDefinitionParams,
    ) -> Result<Option<GotoDefinitionResponse>> {
        let at = &params.text_document_position_params;
        let place = self.at(at, |query, open, _| {
            let file = SiteFile {
                root: open.file.root.clone(),
                path: hover::pointed(query)?.file?,
            };
            let range = Range::default();
            Some(GotoDefinitionResponse::Scalar(Location {
                uri: file.uri()?,
                range,
            }))
        });
        Ok(place.await)
    }

    async fn code_action(&self, params: CodeActionParams) -> Result<Option<CodeActionResponse>> {
        let uri = &params.text_document.uri;
        let is_told = |open: &OpenText, known: &KnownSite| known.has_told(open);
        let Some((open, known)) = self.workspace.known(uri, is_told).await else {
            return Ok(None);
        };
        let Some(client) = self.workspace.client.get() else {
            return Ok(None);
        };
        let found = known.found.get(&open.file.path);
        let found = found.map(Vec::as_slice).unwrap_or_default();
        let only = params.context.only.as_deref();
        let actions = actions::actions(&open, found, params.range, only, &self.workspace, client);
        let actions = actions.into_iter().map(CodeActionOrCommand::CodeAction);
        Ok(Some(actions.collect()))
    }
}

/// What the server can do.
fn capabilities_of(units: Units) -> ServerCapabilities {
    let letters = ["(", "#", "/", ":", " ", "[", "-"];
    ServerCapabilities {
        position_encoding: Some(units.kind()),
        text_document_sync: Some(TextDocumentSyncCapability::Options(
            TextDocumentSyncOptions {
                open_close: Some(true),
                change: Some(TextDocumentSyncKind::FULL),
                save: Some(TextDocumentSyncSaveOptions::Supported(true)),
                ..TextDocumentSyncOptions::default()
            },
        )),
        completion_provider: Some(CompletionOptions {
            trigger_characters: Some(letters.map(str::to_owned).to_vec()),
            ..CompletionOptions::default()
        }),
        hover_provider: Some(HoverProviderCapability::Simple(true)),
        definition_provider: Some(OneOf::Left(true)),
        code_action_provider: Some(CodeActionProviderCapability::Options(CodeActionOptions {
            code_action_kinds: Some(vec![
                CodeActionKind::QUICKFIX,
                CodeActionKind::SOURCE_FIX_ALL,
            ]),
            ..CodeActionOptions::default()
        })),
        workspace: Some(WorkspaceServerCapabilities {
            workspace_folders: Some(WorkspaceFoldersServerCapabilities {
                supported: Some(true),
                change_notifications: Some(OneOf::Left(true)),
            }),
            file_operations: None,
        }),
        ..ServerCapabilities::default()
    }
}
