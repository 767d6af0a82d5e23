//! `latchkey service check` with a live server: it passes, a wrong base URL fails, and nothing is changed.

use latchkey::service::HttpRecoveryService;
use latchkey::service::self_check::{CheckResult, run};

use super::backend::Backend;
use super::configuration::{contract, service};
use super::harness::OLD_PASSWORD;
use super::scenario::Scenario;

pub async fn self_check_passes<B: Backend>(scenario: &Scenario<B>) {
    let here = service::<B>(contract::<B>(), &scenario.live.base());
    for CheckResult { check, outcome, .. } in findings::<B>(&here).await {
        assert!(outcome.is_passed(), "{check}: {outcome:?}");
    }
    let elsewhere = service::<B>(contract::<B>(), &(scenario.live.base() + "/elsewhere"));
    let CheckResult { check, outcome, .. } = &findings::<B>(&elsewhere).await[0];
    assert!(!outcome.is_passed(), "{check}: {outcome:?}");
    assert!(B::sign_in(&scenario.live, OLD_PASSWORD).await.is_some(), "the old password still works");
}

async fn findings<B: Backend>(service: &HttpRecoveryService) -> Vec<CheckResult> {
    let findings = run(service).await.unwrap();
    assert!(findings.len() > 1);
    findings
}
