use super::*;
use crate::net::activity::OpenRequest;

fn acquire(limits: &ConnectionLimits, peer: &str) -> Option<ConnectionPermit> {
    connect(limits, peer).map(|(permit, _, _)| permit)
}

type Connected = (ConnectionPermit, oneshot::Receiver<()>, Arc<Activity>);

fn connect(limits: &ConnectionLimits, peer: &str) -> Option<Connected> {
    let activity = Arc::new(Activity::new());
    let (permit, closing) = limits.acquire(peer.parse().unwrap(), &activity)?;
    Some((permit, closing, activity))
}

fn complete_request(activity: &Arc<Activity>) -> OpenRequest {
    let request = OpenRequest::new(activity);
    request.completion().complete();
    request
}

#[test]
fn client_and_its_larger_networks_are_limited() {
    let limits = ConnectionLimits::new(1000, 2, Vec::new());
    let mut permits = vec![acquire(&limits, "192.0.2.1").unwrap(), acquire(&limits, "192.0.2.1").unwrap()];
    assert!(acquire(&limits, "::ffff:192.0.2.1").is_none());
    assert!(acquire(&limits, "192.0.2.2").is_some());
    permits.pop();
    assert!(acquire(&limits, "192.0.2.1").is_some(), "a connection was closed");
    let of_a_56: Vec<_> =
        (0..100).filter_map(|number| acquire(&limits, &format!("2001:db8:1:{number:x}::1"))).collect();
    assert_eq!(of_a_56.len(), 2 * 2);
    let of_a_48: Vec<_> =
        (0..100).filter_map(|number| acquire(&limits, &format!("2001:db8:2:{number:x}00::1"))).collect();
    assert_eq!(of_a_48.len(), 2 * 4);
    drop((permits, of_a_56, of_a_48));
    assert!(limits.0.lock().counts.is_empty(), "networks without connections are removed");
}

#[test]
fn trusted_proxy_is_limited_in_total_only() {
    let limits = ConnectionLimits::new(5, 2, vec!["10.0.0.0/8".parse().unwrap()]);
    let permits: Vec<_> = (0..10).filter_map(|_| acquire(&limits, "10.1.2.3")).collect();
    assert_eq!(permits.len(), 5);
    assert!(acquire(&limits, "192.0.2.1").is_none());
    drop(permits);
    assert!(acquire(&limits, "192.0.2.1").is_some());
}

/// Opens as many connections of each of these peers as are allowed.
fn fill(limits: &ConnectionLimits, peers: &[String]) -> Vec<Connected> {
    peers.iter().flat_map(|peer| std::iter::from_fn(|| connect(limits, peer))).collect()
}

#[test]
fn largest_network_makes_room_for_another_one() {
    let one_network: Vec<String> = (1..=16).map(|host| format!("192.0.2.{host}")).collect();
    let many_networks: Vec<String> = (1..=16).map(|network| format!("192.0.{network}.1")).collect();
    for peers in [one_network, many_networks] {
        let limits = ConnectionLimits::new(16 * 5, 5, Vec::new());
        let mut held = fill(&limits, &peers);
        assert_eq!(held.len(), 16 * 5, "the total is reached");
        let _busy: Vec<_> = held.iter().skip(1).map(|(_, _, activity)| complete_request(activity)).collect();
        let newcomers = fill(&limits, &["203.0.113.1".to_owned()]);
        assert!(newcomers.len() >= 4, "{}", newcomers.len());
        assert_eq!(held[0].1.try_recv(), Ok(()), "the idle one was closed first");
        let closed = held.iter_mut().map(|(_, closing, _)| closing.try_recv());
        let closed = closed.filter(Result::is_ok).count();
        assert_eq!(1 + closed, newcomers.len());
        assert_eq!(limits.0.lock().by_id.len(), 16 * 5);
    }
}

#[test]
fn connection_in_use_makes_no_room_for_a_network_with_as_many() {
    let limits = ConnectionLimits::new(2, 2, Vec::new());
    let [mut first, second] = ["192.0.2.1", "192.0.3.1"].map(|peer| connect(&limits, peer).unwrap());
    let in_use = complete_request(&first.2);
    let _in_use = complete_request(&second.2);
    assert!(connect(&limits, "192.0.4.1").is_none());
    drop(in_use);
    assert!(connect(&limits, "192.0.3.1").is_none(), "its network has as many");
    let third = connect(&limits, "192.0.4.1");
    assert!(third.is_some());
    assert_eq!(first.1.try_recv(), Ok(()));
    drop((first, second, third));
    assert!(limits.0.lock().by_id.is_empty() && limits.0.lock().counts.is_empty());
}

/// The connections of a case: the peer, their number, and their requests.
type Held = (&'static str, usize, Requests);

#[derive(Clone, Copy, PartialEq)]
enum Requests {
    None,
    Incomplete,
    Complete,
}
use Requests::{Complete, Incomplete};

/// Cases with at most eight connections, and four of a client: the connections from the oldest to the newest, a newcomer,
/// and the one that is closed for it.
const CASES: [(&str, &[Held], &str, Option<usize>); 17] = [
    // Networks.
    (
        "most connections",
        &[
            ("192.0.2.1", 3, Requests::None),
            ("192.0.3.1", 4, Requests::None),
            ("192.0.4.1", 1, Requests::None),
        ],
        "192.0.5.1",
        Some(3),
    ),
    (
        "incomplete is not in use",
        &[("192.0.2.1", 4, Incomplete), ("192.0.3.1", 4, Incomplete)],
        "192.0.5.1",
        Some(0),
    ),
    (
        "single incomplete request",
        &[
            ("192.0.2.1", 1, Complete),
            ("192.0.3.1", 1, Incomplete),
            ("192.0.4.1", 1, Incomplete),
            ("192.0.6.1", 1, Complete),
            ("192.0.7.1", 4, Complete),
        ],
        "192.0.5.1",
        Some(1),
    ),
    (
        "in use only if there is no other",
        &[("192.0.2.1", 4, Complete), ("192.0.3.1", 4, Incomplete)],
        "192.0.5.1",
        Some(4),
    ),
    (
        "in use of a network with one",
        &[
            ("192.0.2.1", 1, Complete),
            ("192.0.3.1", 1, Complete),
            ("192.0.4.1", 1, Complete),
            ("192.0.6.1", 1, Complete),
            ("192.0.7.1", 1, Complete),
            ("192.0.8.1", 1, Complete),
            ("192.0.9.1", 1, Complete),
            ("192.0.10.1", 1, Complete),
        ],
        "192.0.5.1",
        None,
    ),
    (
        "largest /16 among equals",
        &[
            ("198.51.1.1", 1, Requests::None),
            ("192.0.2.1", 2, Requests::None),
            ("203.0.3.1", 1, Requests::None),
            ("192.0.4.1", 2, Requests::None),
            ("203.0.5.1", 2, Requests::None),
        ],
        "198.51.7.1",
        Some(1),
    ),
    (
        "largest /32 among equals",
        &[
            ("2001:db7:1::1", 2, Incomplete),
            ("2001:db8:1::1", 2, Incomplete),
            ("2001:db8:2::1", 2, Incomplete),
            ("2001:db8:3::1", 2, Incomplete),
        ],
        "2001:db9:1::1",
        Some(2),
    ),
    // Clients of one network, when the total is reached.
    (
        "clients of a /24",
        &[
            ("192.0.2.1", 3, Requests::None),
            ("192.0.2.2", 4, Requests::None),
            ("192.0.2.3", 1, Requests::None),
        ],
        "192.0.2.9",
        Some(3),
    ),
    (
        "client with as many",
        &[("192.0.2.1", 4, Requests::None), ("192.0.2.2", 4, Requests::None)],
        "192.0.2.1",
        None,
    ),
    (
        "client with one less",
        &[
            ("192.0.2.1", 4, Requests::None),
            ("192.0.2.2", 3, Requests::None),
            ("192.0.2.3", 1, Requests::None),
        ],
        "192.0.2.2",
        Some(0),
    ),
    (
        "clients with one connection",
        &[
            ("192.0.2.1", 1, Complete),
            ("192.0.2.2", 1, Incomplete),
            ("192.0.2.3", 1, Incomplete),
            ("192.0.2.4", 1, Complete),
            ("192.0.3.1", 4, Incomplete),
        ],
        "192.0.2.9",
        Some(1),
    ),
    (
        "own network is not the largest",
        &[
            ("192.0.2.1", 3, Requests::None),
            ("192.0.3.1", 1, Requests::None),
            ("192.0.4.1", 4, Requests::None),
        ],
        "192.0.2.2",
        Some(4),
    ),
    // IPv6 networks. A /56 may have eight.
    (
        "clients of a /56",
        &[("2001:db8:1:1::1", 4, Complete), ("2001:db8:1:2::1", 4, Incomplete)],
        "2001:db8:1:9::1",
        Some(4),
    ),
    (
        "every client of a full /56 keeps one",
        &[
            ("2001:db8:1:1::1", 1, Incomplete),
            ("2001:db8:1:2::1", 1, Incomplete),
            ("2001:db8:1:3::1", 2, Complete),
            ("2001:db8:1:4::1", 2, Complete),
            ("2001:db8:1:5::1", 1, Incomplete),
            ("2001:db8:1:6::1", 1, Incomplete),
        ],
        "2001:db8:1:9::1",
        None,
    ),
    (
        "/56 networks of a /48",
        &[
            ("2001:db8:1:1::1", 1, Incomplete),
            ("2001:db8:1:101::1", 2, Incomplete),
            ("2001:db8:1:102::1", 1, Incomplete),
            ("2001:db8:1:201::1", 4, Incomplete),
        ],
        "2001:db8:1:9::1",
        Some(4),
    ),
    (
        "a /64 in one of two equal /56",
        &[
            ("2001:db8:1:1::1", 4, Incomplete),
            ("2001:db8:1:101::1", 3, Incomplete),
            ("2001:db8:1:102::1", 1, Incomplete),
        ],
        "2001:db8:1:102::1",
        Some(4),
    ),
    (
        "newcomer's own /64",
        &[("2001:db8:1:1::1", 4, Incomplete), ("2001:db8:2:1::1", 4, Incomplete)],
        "2001:db8:1:1::2",
        None,
    ),
];

#[tokio::test(start_paused = true)]
async fn connection_of_the_largest_network_and_client_is_closed() {
    for (case, held, newcomer, expected) in CASES {
        let limits = ConnectionLimits::new(8, 4, Vec::new());
        let mut connections = Vec::new();
        let mut in_flight = Vec::new();
        for &(peer, count, requests) in held {
            for _ in 0..count {
                let connected = connect(&limits, peer).unwrap();
                match requests {
                    Requests::None => {}
                    Incomplete => in_flight.push(OpenRequest::new(&connected.2)),
                    Complete => in_flight.push(complete_request(&connected.2)),
                }
                connections.push(connected);
                tokio::time::advance(std::time::Duration::from_secs(1)).await;
            }
        }
        assert_eq!(connections.len(), 8, "{case}");
        let served = connect(&limits, newcomer).is_some();
        let closed = connections.iter_mut().position(|(_, closing, _)| closing.try_recv().is_ok());
        assert_eq!((closed, served), (expected, expected.is_some()), "{case}");
    }
}

#[test]
fn largest_client_makes_room_in_its_own_network() {
    let clients_of_a_24: Vec<String> = (1..=16).map(|host| format!("192.0.2.{host}")).collect();
    let clients_of_a_48: Vec<String> = (1..=4).map(|site| format!("2001:db8:1:{site:x}00::1")).collect();
    for (peers, max_total, newcomer) in
        [(clients_of_a_24, 16 * 5, "192.0.2.200"), (clients_of_a_48, 1000, "2001:db8:1:aa00::1")]
    {
        let limits = ConnectionLimits::new(max_total, 5, Vec::new());
        let mut held = fill(&limits, &peers);
        assert_eq!(held.len(), peers.len() * 5, "the network or the total is full");
        let newcomers = fill(&limits, &[newcomer.to_owned()]);
        assert!(newcomers.len() >= 3, "{newcomer}: {}", newcomers.len());
        let closed = held.iter_mut().filter_map(|(_, closing, _)| closing.try_recv().ok()).count();
        assert_eq!(closed, newcomers.len(), "{newcomer}");
    }
}

#[test]
fn full_56_makes_room_below_the_total() {
    let limits = ConnectionLimits::new(1000, 8, Vec::new());
    let mut held = fill(&limits, &["2001:db8:1:1::1".to_owned(), "2001:db8:1:2::1".to_owned()]);
    assert_eq!(held.len(), 2 * 8);
    let newcomers = fill(&limits, &["2001:db8:1:9::1".to_owned()]);
    assert!(newcomers.len() >= 5, "{}", newcomers.len());
    let closed = held.iter_mut().filter_map(|(_, closing, _)| closing.try_recv().ok()).count();
    assert_eq!(closed, newcomers.len());
    drop((held, newcomers));
    assert!(limits.0.lock().counts.is_empty());
}

#[test]
fn connections_that_are_being_closed_are_limited() {
    let limits = ConnectionLimits::new(800, 50, Vec::new());
    let clients: Vec<String> = (1..=16).map(|host| format!("192.0.2.{host}")).collect();
    let mut held = fill(&limits, &clients);
    let newcomer = |number: usize| connect(&limits, &format!("203.0.{number}.1"));
    let newcomers: Vec<_> = (0..100).map_while(newcomer).collect();
    assert_eq!(newcomers.len(), MAX_CLOSING, "no connection was closed yet");
    let closed = held.iter_mut().position(|(_, closing, _)| closing.try_recv().is_ok()).unwrap();
    drop(held.remove(closed));
    let another = newcomer(200);
    assert!(another.is_some(), "a connection was closed");
    assert!(newcomer(201).is_none());
    drop((held, newcomers, another));
    assert_eq!(limits.0.lock().closing, 0);
}
