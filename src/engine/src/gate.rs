//! Which products may be planned: jurisdiction, route and origin, closed unless a pack opens them.

use crate::order::sort_by;
use crate::pack::{GateRow, Pack};
use crate::protocol::{Attestation, Product, Protocol};
use crate::reason::Rejection;
use crate::terms::{GateState, Origin, Route};
use crate::units::Date;

/// Why nothing may be planned at all: a document has run out, or nothing is on file for the jurisdiction.
pub fn closed(protocol: &Protocol, pack: &Pack, today: Date) -> Option<Rejection> {
    if let Some(on) = protocol.document().valid_to.filter(|last| *last < today) {
        return Some(Rejection::ProtocolExpired { on });
    }
    match pack.valid_to {
        None => Some(Rejection::JurisdictionUnknown { jurisdiction: pack.id.clone() }),
        Some(on) if on < today => Some(Rejection::PackExpired { on }),
        Some(_) => None,
    }
}

/// The product that a route uses here, or why there is none.
pub(crate) fn product<'a>(
    protocol: &'a Protocol,
    pack: &Pack,
    today: Date,
    route: Route,
) -> Result<(&'a Product, Origin), Rejection> {
    let mut products: Vec<&Product> =
        protocol.document().products.iter().filter(|product| product.in_use).collect();
    sort_by(&mut products, |a, b| a.id < b.id);
    let labelled = products.iter().filter(|product| product.routes.contains(&route));
    let mut refused = None;
    for product in labelled {
        let origin = product.origin.unwrap_or(Origin::NotStated);
        match verdict(pack, today, route, origin, &product.attested) {
            Ok(()) => return Ok((product, origin)),
            Err(rejection) => refused = refused.or(Some(rejection)),
        }
    }
    // Where the pack closes the route for every origin, that is the reason, whatever the clinic has.
    let closed = is_closed(pack, route);
    let origin = products.first().and_then(|product| product.origin).unwrap_or(Origin::NotStated);
    Err(match refused {
        Some(rejection) => rejection,
        None if closed => barred(pack, route, origin),
        None => Rejection::NoProduct { route },
    })
}

fn verdict(
    pack: &Pack,
    today: Date,
    route: Route,
    origin: Origin,
    attested: &[Attestation],
) -> Result<(), Rejection> {
    let row = pack.row(route, origin);
    match (state(row), row) {
        (GateState::On, _) => Ok(()),
        (GateState::Clinic, Some(row)) => match &row.attest {
            Some(document)
                if attested.iter().any(|held| holds(held, pack, document.as_str(), route, today)) =>
            {
                Ok(())
            }
            Some(document) => Err(Rejection::NotAttested {
                route,
                origin,
                document: document.clone(),
                notice: row.notice.clone(),
            }),
            None => Err(barred(pack, route, origin)),
        },
        _ => Err(barred(pack, route, origin)),
    }
}

fn holds(held: &Attestation, pack: &Pack, document: &str, route: Route, today: Date) -> bool {
    covers(held, pack, document, route) && held.valid_to.is_none_or(|last| today <= last)
}

/// Whether what a clinic attests is the document that is asked for, whatever the day.
pub(crate) fn covers(held: &Attestation, pack: &Pack, document: &str, route: Route) -> bool {
    held.jurisdiction == pack.id
        && held.document.as_str() == document
        && (held.routes.is_empty() || held.routes.contains(&route))
}

/// Whether a pack closes a route for every origin.
pub(crate) fn is_closed(pack: &Pack, route: Route) -> bool {
    Origin::ALL.iter().all(|origin| state(pack.row(route, *origin)) == GateState::Off)
}

/// What a row of the gate says; closed where there is none.
pub(crate) fn state(row: Option<&GateRow>) -> GateState {
    row.and_then(|row| row.state).unwrap_or(GateState::Off)
}

fn barred(pack: &Pack, route: Route, origin: Origin) -> Rejection {
    Rejection::RouteBarred {
        route,
        origin,
        notice: pack.row(route, origin).and_then(|row| row.notice.clone()),
    }
}
