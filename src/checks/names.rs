//! `unknown-organization`, `unknown-topic`, `unknown-campaign`: names that stand for nothing on this site.

use crate::diagnostics::{Code, Diagnostic};
use crate::model::values::Localized;
use crate::model::{Channels, Located};
use crate::site::{Counter, PageId, Site};

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    let document = &site.page(id).document;
    let channels = document.guide().and_then(|guide| guide.channels.as_ref());
    let routes = channels
        .into_iter()
        .flat_map(Channels::required_organizations);
    let part_of = document
        .organization()
        .and_then(|organization| organization.part_of.as_ref());
    for name in routes.chain(part_of) {
        if site.counter(&name.text, document.language) == Counter::Unknown {
            found.push(
                Diagnostic::new(Code::UnknownOrganization, name.location.clone())
                    .with("name", &name.text)
                    .nearest(&name.text, site.directory.names()),
            );
        }
    }
    let mut listed = |code, name: Option<&Located>, list: &[(String, Localized)]| {
        let Some(name) = name else { return };
        if list.iter().any(|(key, _)| *key == name.text) {
            return;
        }
        let keys = || list.iter().map(|(key, _)| key.as_str());
        let diagnostic = Diagnostic::new(code, name.location.clone()).with("name", &name.text);
        found.push(if list.is_empty() {
            diagnostic.help("help-none")
        } else {
            let known = keys().collect::<Vec<_>>().join(", ");
            diagnostic.with("known", known).nearest(&name.text, keys())
        });
    };
    listed(
        Code::UnknownTopic,
        document.common.topic.as_ref(),
        &site.config.topics,
    );
    let campaign = document
        .article()
        .and_then(|article| article.campaign.as_ref());
    listed(Code::UnknownCampaign, campaign, &site.config.campaigns);
}

/// The publisher of the configuration must be an organization of the directory.
pub(super) fn check_publisher(site: &Site) -> Option<Diagnostic> {
    let name = site.config.publisher.as_ref()?;
    let counter = site.counter(&name.text, site.config.default_language());
    if matches!(counter, Counter::Organizations(_)) {
        return None;
    }
    Some(
        Diagnostic::new(Code::UnknownOrganization, name.location.clone())
            .with("name", &name.text)
            .nearest(&name.text, site.directory.names()),
    )
}
