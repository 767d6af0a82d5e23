//! A slow keyring.

use std::time::Duration;

use tokio::time;

use super::*;
use crate::vault::tests::blocking_store::blocking_store;

#[tokio::test(start_paused = true)]
async fn readers_do_not_wait_for_a_slow_keyring() {
    blocking_store!(GATE, open);
    let vault = vault(open);
    GATE.close();
    let saving = tokio::spawn({
        let vault = vault.clone();
        async move { vault.save(recovery("a", NOW), NOW).await }
    });
    GATE.wait_for_callers(1).await;
    assert_eq!(vault.status(), VaultStatus::Persistent);
    // The call times out.
    time::advance(Duration::from_secs(4)).await;
    saving.await.unwrap();
    assert_eq!(vault.status(), VaultStatus::MemoryOnly);
    assert_eq!(flows(&vault.list(NOW).await), ["a"], "memory has it");
    GATE.open();
}

#[tokio::test]
async fn changes_during_a_write_are_applied_after_it() {
    blocking_store!(GATE, open);
    let vault = vault(open);
    GATE.close();
    let spawn = |change: Change| {
        let vault = vault.clone();
        tokio::spawn(async move { vault.change(change, Prompt::Allowed, NOW).await })
    };
    let saving = spawn(Change::Save(recovery("a", NOW)));
    GATE.wait_for_callers(1).await;
    let later = [
        spawn(Change::Save(recovery("b", NOW.plus(1)))),
        spawn(Change::End(EndedRecoveries::Flow(FlowId::parse("a").unwrap()))),
    ];
    tokio::task::yield_now().await;
    GATE.open();
    saving.await.unwrap();
    for change in later {
        change.await.unwrap();
    }
    assert_eq!(vault.status(), VaultStatus::Persistent);
    assert_eq!(flows(&self::vault(open).list(NOW).await), ["b"]);
}
