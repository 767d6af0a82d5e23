//! Generated keys, which are stored in the database if no pepper is configured.

use super::Store;
use super::retry::retry;
use crate::internal_error::InternalError;

impl Store {
    /// The key with this name. Stores `generated` as the key if there is none.
    pub(crate) async fn server_key(&self, name: &str, generated: &[u8]) -> Result<Vec<u8>, InternalError> {
        let (owned_name, generated) = (name.to_owned(), generated.to_vec());
        self.execute(move || {
            sqlx::query("INSERT INTO server_keys (name, key) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING")
                .bind(owned_name)
                .bind(generated)
        })
        .await?;
        retry(|| {
            sqlx::query_scalar("SELECT key FROM server_keys WHERE name = $1")
                .bind(name)
                .fetch_one(&self.reader)
        })
        .await
    }
}
