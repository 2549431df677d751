//! The fingerprint of documents: the same for the same content, whatever the order of its lists.

use crate::json::Json;
use crate::pack::Pack;
use crate::protocol::Protocol;
use sha2::{Digest, Sha256};

use crate::order::sort_by;

/// The canonical text of a value: keys sorted, lists sorted, no spaces.
///
/// In every document of this product a list is a set, so its order says nothing.
pub(crate) fn canonical(mut value: Json) -> String {
    sort(&mut value);
    value.to_string()
}

/// What plans follow besides the answers, a protocol and a pack: read and hashed once for all their plans.
#[derive(Clone, Debug)]
pub struct Fingerprint(Sha256);

impl Fingerprint {
    /// The fingerprint of these two.
    pub fn of(protocol: &Protocol, pack: &Pack) -> Fingerprint {
        let mut hash = protocol.begun_id();
        add(&mut hash, &canonical(pack.to_json()));
        Fingerprint(hash)
    }

    /// As links carry it: 48 bits of SHA-256.
    pub fn edition(&self) -> [u8; 6] {
        let mut edition = [0; 6];
        edition.iter_mut().zip(self.0.clone().finalize()).for_each(|(to, from)| *to = from);
        edition
    }

    /// The id of a plan by these two: `xp-` and 16 letters and digits (80 bits of SHA-256).
    pub(crate) fn plan_id(&self, request: &str) -> String {
        let mut hash = self.0.clone();
        add(&mut hash, request);
        // Crockford's alphabet: no letter that can be mistaken for another when an id is read out.
        const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
        let bits = hash.finalize().iter().take(10).fold(0u128, |bits, byte| bits << 8 | u128::from(*byte));
        let letters = (0..16).rev().map(|place| char::from(LETTERS[(bits >> (5 * place) & 31) as usize]));
        format!("xp-{}", letters.collect::<String>())
    }
}

/// The beginning of every id of a protocol's plans.
pub(crate) fn begun_id(protocol: &str) -> Sha256 {
    let mut hash = Sha256::new();
    add(&mut hash, protocol);
    hash
}

fn add(hash: &mut Sha256, text: &str) {
    hash.update((text.len() as u64).to_le_bytes());
    hash.update(text.as_bytes());
}

fn sort(value: &mut Json) {
    match value {
        Json::List(list) => {
            list.iter_mut().for_each(sort);
            let mut keyed: Vec<(String, Json)> =
                std::mem::take(list).into_iter().map(|entry| (entry.to_string(), entry)).collect();
            sort_by(&mut keyed, |a, b| a.0 < b.0);
            list.extend(keyed.into_iter().map(|(_, entry)| entry));
        }
        Json::Object(map) => map.values_mut().for_each(sort),
        _ => {}
    }
}
