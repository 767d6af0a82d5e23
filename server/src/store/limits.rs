//! Counting requests of one client address in fixed windows.

use super::Store;
use crate::clock::UnixTime;

impl Store {
    /// Counts one more request of `client` in the window that began at `window_start`, and says how many there were.
    /// Counts of earlier windows are forgotten, and with them the addresses.
    pub(crate) async fn count_request(
        &self,
        client: &str,
        window_start: UnixTime,
    ) -> Result<i64, sqlx::Error> {
        let mut transaction = self.begin().await?;
        sqlx::query("DELETE FROM client_windows WHERE window_start < $1")
            .bind(window_start.0)
            .execute(&mut *transaction)
            .await?;
        let requests = sqlx::query_scalar(
            "INSERT INTO client_windows (client, window_start, requests) VALUES ($1, $2, 1)
             ON CONFLICT (client, window_start) DO UPDATE SET requests = requests + 1
             RETURNING requests",
        )
        .bind(client)
        .bind(window_start.0)
        .fetch_one(&mut *transaction)
        .await?;
        transaction.commit().await?;
        Ok(requests)
    }
}
