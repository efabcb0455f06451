//! Reading drafts and writing results. `-` stands for stdin.

use crate::failure::Failure;
use seloste::draft::{Draft, MAX_BYTES, OpenError, file_text};
use seloste::session::infer_origins;
use std::fs::File;
use std::io::{self, ErrorKind, Read, Write};
use std::path::Path;

/// Opens a draft, or a notice that carries one.
pub fn draft(path: &Path) -> Result<Draft, Failure> {
    let mut draft = Draft::open(&file_text(&read(path)?).map_err(Failure::Open)?).map_err(Failure::Open)?;
    infer_origins(&mut draft);
    Ok(draft)
}

/// Reads a text.
pub fn text(path: &Path) -> Result<String, Failure> {
    String::from_utf8(read(path)?).map_err(|_| Failure::Open(OpenError::NotText))
}

/// Reads a file of at most [`MAX_BYTES`]: what is larger is no draft, and is not read to its end.
fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    let bytes =
        if path == Path::new("-") { bytes(io::stdin().lock()) } else { File::open(path).and_then(bytes) };
    let bytes = bytes
        .map_err(|error| Failure::Read { path: path.display().to_string(), reason: error.to_string() })?;
    if bytes.len() > MAX_BYTES {
        return Err(Failure::Open(OpenError::TooLarge));
    }
    Ok(bytes)
}

fn bytes(source: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = u64::try_from(MAX_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    source.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Prints a text.
pub fn print(text: &str) -> Result<(), Failure> {
    write(None, text.as_bytes())
}

/// Writes a result to a file, or to stdout. A reader who has seen enough (`| head`) is no failure.
pub fn write(out: Option<&Path>, bytes: &[u8]) -> Result<(), Failure> {
    let Some(path) = out.filter(|path| *path != Path::new("-")) else {
        let mut stdout = io::stdout().lock();
        return match stdout.write_all(bytes).and_then(|()| stdout.flush()) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                Err(Failure::Write { path: "stdout".to_owned(), reason: error.to_string() })
            }
            _ => Ok(()),
        };
    };
    std::fs::write(path, bytes)
        .map_err(|error| Failure::Write { path: path.display().to_string(), reason: error.to_string() })
}
