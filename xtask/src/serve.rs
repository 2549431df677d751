//! The demonstration page on this machine, under the strictest policy that the planner has to work with.

use std::fs;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Component, Path, PathBuf};
use std::time::{Duration, Instant};

use tiny_http::{Header, Method, Request, Response, Server};

use crate::Outcome;

/// What a strict site sends. The browser tests use the same words.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; \
    img-src 'self' data:; require-trusted-types-for 'script'";
/// How many ports are tried, from the one that was asked for.
const TRIES: u16 = 20;

/// Where to listen, and for how long.
pub struct Options {
    /// The first port to try.
    pub port: u16,
    /// When to stop; never, if absent.
    pub limit: Option<Duration>,
}

impl Default for Options {
    fn default() -> Self {
        Self { port: 8080, limit: None }
    }
}

/// Serves `dist/` as `/dist/`, and `www/` as everything else, until it is stopped.
pub fn serve(root: &Path, options: &Options) -> Outcome {
    let (server, port) = listen(options.port)?;
    println!("http://127.0.0.1:{port}/");
    let end = options.limit.map(|limit| Instant::now() + limit);
    loop {
        let left = end.map_or(Duration::from_secs(3600), |end| end.saturating_duration_since(Instant::now()));
        match server.recv_timeout(left) {
            Ok(Some(request)) => answer(root, request),
            Ok(None) if end.is_some() => return Ok(()),
            Ok(None) => {}
            Err(error) => return Err(format!("the server stopped: {error}")),
        }
    }
}

fn listen(first: u16) -> Outcome<(Server, u16)> {
    for port in first..=first.saturating_add(TRIES) {
        if let Ok(server) = Server::http(SocketAddr::from((Ipv4Addr::LOCALHOST, port))) {
            // Port 0 means any free one.
            let taken = server.server_addr().to_ip().map_or(port, |address| address.port());
            return Ok((server, taken));
        }
    }
    Err(format!("no free port from {first} to {}", first.saturating_add(TRIES)))
}

fn answer(root: &Path, request: Request) {
    let url = request.url().split(['?', '#']).next().unwrap_or("/").to_owned();
    let is_read = matches!(request.method(), Method::Get | Method::Head);
    let found = if is_read {
        file(root, &url).and_then(|path| Some((kind(&path), fs::read(path).ok()?)))
    } else {
        None
    };
    let (status, kind, body) = match found {
        Some((kind, body)) => (200, kind, body),
        None => (404, "text/plain; charset=utf-8", b"not found\n".to_vec()),
    };
    let headers = [
        ("Content-Type", kind),
        ("Content-Security-Policy", POLICY),
        ("X-Content-Type-Options", "nosniff"),
        ("Cache-Control", "no-store"),
    ];
    let mut response = Response::from_data(body).with_status_code(status);
    for (name, value) in headers {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    // The visitor may have gone; that is no concern of the server's.
    let _ = request.respond(response);
}

/// The file behind an address. Nothing outside the two folders has one.
fn file(root: &Path, url: &str) -> Option<PathBuf> {
    let relative = Path::new(url.strip_prefix('/')?);
    if !relative.components().all(|part| matches!(part, Component::Normal(_))) {
        return None;
    }
    let path =
        if relative.starts_with("dist") { root.join(relative) } else { root.join("www").join(relative) };
    Some(if path.is_dir() { path.join("index.html") } else { path })
}

fn kind(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("ts" | "txt" | "md") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::file;

    #[test]
    fn addresses_stay_inside_the_two_folders() {
        let root = Path::new("/project");
        assert_eq!(file(root, "/clinics/a.json"), Some("/project/www/clinics/a.json".into()));
        assert_eq!(file(root, "/dist/a.js"), Some("/project/dist/a.js".into()));
        for outside in ["/../Cargo.toml", "/dist/../Cargo.toml", "//etc/passwd", "etc"] {
            assert_eq!(file(root, outside), None, "{outside}");
        }
    }
}
