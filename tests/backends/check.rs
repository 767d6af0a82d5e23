//! `latchkey service check` at a live server: what is well is found well, what is not is told, and nothing is changed.

use latchkey::service::HttpRecoveryService;
use latchkey::service::self_check::{CheckResult, run};

use super::harness::OLD_PASSWORD;
use super::set_up::{contract, service};
use super::site::Site;
use super::story::Story;

pub async fn the_set_up_can_be_checked<S: Site>(story: &Story<S>) {
    let here = service::<S>(contract::<S>(), &story.live.base());
    for CheckResult { asked, outcome, .. } in findings::<S>(&here).await {
        assert!(outcome.is_ok(), "{asked}: {outcome:?}");
    }
    let elsewhere = service::<S>(contract::<S>(), &(story.live.base() + "/elsewhere"));
    let CheckResult { asked, outcome, .. } = &findings::<S>(&elsewhere).await[0];
    assert!(outcome.is_err(), "{asked}: {outcome:?}");
    assert!(S::sign_in(&story.live, OLD_PASSWORD).await.is_some(), "the old password still works");
}

async fn findings<S: Site>(service: &HttpRecoveryService) -> Vec<CheckResult> {
    let findings = run(service, &contract::<S>().link_params()).await.unwrap();
    assert!(findings.len() > 1);
    findings
}
