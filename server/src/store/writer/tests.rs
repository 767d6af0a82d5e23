#![allow(clippy::unwrap_used)]

use sqlx::any::AnyPoolOptions;

use super::*;

/// A writer on a database with a table of unique numbers and one of references to them, checked at the commit.
async fn writer() -> (Writer, AnyPool) {
    sqlx::any::install_default_drivers();
    let options = AnyPoolOptions::new().max_connections(1).idle_timeout(None).max_lifetime(None);
    let pool = options.connect("sqlite::memory:").await.unwrap();
    for table in [
        "CREATE TABLE numbers (number INTEGER PRIMARY KEY)",
        "CREATE TABLE quotes (number INTEGER REFERENCES numbers (number) DEFERRABLE INITIALLY DEFERRED)",
    ] {
        pool.execute(table).await.unwrap();
    }
    (Writer::in_batches(pool.clone(), "BEGIN IMMEDIATE", None), pool)
}

/// Inserts a number, and then returns whether that was even, or fails.
async fn insert(writer: &Writer, number: i64, fail: bool) -> Result<bool, InternalError> {
    let change = writer.run(move |connection| {
        Box::pin(async move {
            sqlx::query("INSERT INTO numbers VALUES ($1)").bind(number).execute(connection).await?;
            if fail { Err(InternalError::Busy) } else { Ok(number % 2 == 0) }
        })
    });
    change.await
}

async fn numbers(pool: &AnyPool) -> Vec<i64> {
    sqlx::query_scalar("SELECT number FROM numbers ORDER BY number").fetch_all(pool).await.unwrap()
}

/// Runs futures concurrently, so that all but the first are in one batch.
async fn concurrently<T: Send + 'static>(futures: Vec<impl Future<Output = T> + Send + 'static>) -> Vec<T> {
    let tasks: Vec<_> = futures.into_iter().map(tokio::spawn).collect();
    let mut outputs = Vec::new();
    for task in tasks {
        outputs.push(task.await.unwrap());
    }
    outputs
}

#[tokio::test]
async fn failed_change_is_rolled_back_and_does_not_affect_the_others_of_its_batch() {
    let (writer, pool) = writer().await;
    // Of the last three, one fails itself, one violates a constraint, and one succeeds.
    let changes =
        [(1, false), (2, true), (3, false), (4, true), (3, false), (6, false)].map(|(number, fail)| {
            let writer = writer.clone();
            async move { insert(&writer, number, fail).await }
        });
    let results = concurrently(changes.into()).await;
    assert!(matches!(results[0], Ok(false)));
    assert!(matches!(results[1], Err(InternalError::Busy)));
    assert!(matches!(results[2], Ok(false)));
    assert!(matches!(results[3], Err(InternalError::Busy)));
    assert!(matches!(results[4], Err(InternalError::Database(sqlx::Error::Database(_)))));
    assert!(matches!(results[5], Ok(true)));
    assert_eq!(numbers(&pool).await, [1, 3, 6]);
}

#[tokio::test]
async fn single_change_that_fails_is_rolled_back() {
    let (writer, pool) = writer().await;
    assert!(matches!(insert(&writer, 1, true).await, Err(InternalError::Busy)));
    assert!(matches!(insert(&writer, 2, false).await, Ok(true)));
    assert_eq!(numbers(&pool).await, [2]);
}

#[tokio::test]
async fn changes_whose_commit_fails_are_answered_with_an_error() {
    let (writer, pool) = writer().await;
    let quote = {
        let writer = writer.clone();
        async move {
            // The commit checks the reference.
            let change = writer.run(|connection| {
                Box::pin(async { Ok(connection.execute("INSERT INTO quotes VALUES (9)").await.is_ok()) })
            });
            change.await
        }
    };
    let other = {
        let writer = writer.clone();
        async move { insert(&writer, 1, false).await }
    };
    let first = {
        let writer = writer.clone();
        async move { insert(&writer, 0, false).await }
    };
    let boxed: Vec<ChangeFuture<'static, bool>> = vec![Box::pin(first), Box::pin(quote), Box::pin(other)];
    let results = concurrently(boxed).await;
    assert!(matches!(results[1], Err(InternalError::Transaction(_))));
    // The others succeeded in another batch, or failed with this one.
    let succeeded = [(0, &results[0]), (1, &results[2])].into_iter().filter(|(_, result)| result.is_ok());
    let succeeded: Vec<i64> = succeeded.map(|(number, _)| number).collect();
    assert_eq!(numbers(&pool).await, succeeded);
    assert!(matches!(insert(&writer, 2, false).await, Ok(true)), "the next transaction begins");
}

#[tokio::test]
async fn transaction_that_sqlite_ends_early_fails_its_changes_and_no_later_ones() {
    let (writer, pool) = writer().await;
    let mut changes: Vec<ChangeFuture<'static, bool>> = Vec::new();
    for number in 0..6 {
        let writer = writer.clone();
        changes.push(Box::pin(async move {
            if number != 3 {
                return insert(&writer, number, false).await;
            }
            // This is the state after an error on a full disk.
            let change = writer.run(|connection| {
                Box::pin(async {
                    connection.execute("ROLLBACK").await?;
                    Err(InternalError::Busy)
                })
            });
            change.await
        }));
    }
    let results = concurrently(changes).await;
    assert!(matches!(results[3], Err(InternalError::Busy)));
    assert!(matches!((&results[4], &results[5]), (Ok(true), Ok(false))));
    let stored: Vec<i64> = (0..6).filter(|number| results[*number as usize].is_ok()).collect();
    assert_eq!(numbers(&pool).await, stored);
}

#[tokio::test]
async fn change_that_panics_is_rolled_back_and_does_not_affect_the_others() {
    let (writer, pool) = writer().await;
    let changes = [1, 2, 3, 4].map(|number| {
        let writer = writer.clone();
        async move {
            let change = writer.run(move |connection| {
                Box::pin(async move {
                    sqlx::query("INSERT INTO numbers VALUES ($1)").bind(number).execute(connection).await?;
                    assert!(number % 2 == 0, "a panic of the test");
                    Ok(number)
                })
            });
            change.await
        }
    });
    let results: Vec<Result<i64, InternalError>> = concurrently(changes.into()).await;
    for (number, result) in (1..).zip(&results) {
        match result {
            Ok(inserted) => assert_eq!((*inserted, number % 2), (number, 0)),
            Err(error) => {
                assert!(matches!(error, InternalError::ChangePanicked) && number % 2 == 1, "{error}")
            }
        }
    }
    assert_eq!(numbers(&pool).await, [2, 4]);
    assert!(matches!(insert(&writer, 5, false).await, Ok(false)));
}

#[tokio::test]
async fn transaction_that_was_left_open_is_rolled_back() {
    let (writer, pool) = writer().await;
    pool.execute("BEGIN; INSERT INTO numbers VALUES (1)").await.unwrap();
    assert!(matches!(insert(&writer, 2, false).await, Ok(true)));
    assert_eq!(numbers(&pool).await, [2]);
}
