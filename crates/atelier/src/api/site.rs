//! What the pages of the workshop know of the site as a whole.

use axum::extract::State;
use guichet::document::TEMPLATES;
use guichet::model::config;
use guichet::model::{Kind, SheetFormat};
use serde_json::json;

use super::{Shared, apart, publish};
use crate::answer::{PageAnswer, answer};

/// `GET /api/site`
pub(super) async fn site(State(workshop): Shared) -> PageAnswer {
    apart(workshop, move |workshop| {
        let snapshot = workshop.snapshot();
        let site = &snapshot.site;
        let language = site.config.default_language();
        let messages = &workshop.messages;
        let kinds = TEMPLATES.iter().map(|template| {
            let folder = format!("content/{}", template.folder);
            json!({
                "kind": template.kind,
                "label": messages.text(&format!("atelier-kind-{}", template.kind)),
                "folder": folder.trim_end_matches('/'),
            })
        });
        let sections = site.sections.iter().filter(|section| section.language == language);
        let sections = sections.map(|section| {
            json!({ "path": format!("content/{}", section.folder), "title": section.title })
        });
        let formats = SheetFormat::BUILT_IN.iter();
        let formats = formats.filter(|_| site.prints).map(|format| {
            json!({ "name": format.name(), "label": site.theme.format_name(*format, false, workshop.language()) })
        });
        let languages = site.config.all_languages();
        let languages: Vec<&str> = languages.iter().map(guichet::language::Language::as_str).collect();
        answer(json!({
            "title": site.config.title.get(language),
            "lang": language.as_str(),
            "languages": languages,
            "version": snapshot.version,
            "can_print": site.prints,
            "kinds": kinds.collect::<Vec<_>>(),
            "sections": sections.collect::<Vec<_>>(),
            "formats": formats.collect::<Vec<_>>(),
            "target": publish::target(site),
            "is_site": workshop.root.join(config::FILE).is_file(),
            "today": site.day.to_string(),
            "organization": Kind::Organization.name(),
        }))
    })
    .await
}
