//! Lines of at most 80 columns.

/// The width of a page.
const COLUMNS: usize = 80;

/// A page that grows line by line.
#[derive(Debug, Default)]
pub(super) struct Page(String);

impl Page {
    /// A heading, underlined, after an empty line.
    pub(super) fn heading(&mut self, text: &str) {
        self.gap();
        for line in wrapped(text, COLUMNS) {
            self.push(&line);
        }
        self.push(&"-".repeat(text.chars().count().min(COLUMNS)));
    }

    /// Text behind an indent.
    pub(super) fn text(&mut self, indent: usize, text: &str) {
        self.hang(&" ".repeat(indent), text);
    }

    /// One item of a list.
    pub(super) fn item(&mut self, indent: usize, text: &str) {
        self.hang(&format!("{}- ", " ".repeat(indent)), text);
    }

    /// A label in a column of its own, and what belongs to it.
    pub(super) fn pair(&mut self, indent: usize, label: &str, width: usize, text: &str) {
        let lead = format!("{}{}  ", " ".repeat(indent), padded(label, width));
        self.hang(&lead, text);
    }

    /// A row of cells, each wrapped inside its own column.
    pub(super) fn row(&mut self, cells: &[String], widths: &[usize]) {
        let columns: Vec<Vec<String>> =
            cells.iter().zip(widths).map(|(cell, width)| wrapped(cell, *width)).collect();
        for index in 0..columns.iter().map(Vec::len).max().unwrap_or(0) {
            let cell = |column: &Vec<String>| column.get(index).cloned().unwrap_or_default();
            let line: Vec<String> =
                columns.iter().zip(widths).map(|(column, width)| padded(&cell(column), *width)).collect();
            self.push(line.join("  ").trim_end());
        }
    }

    /// One empty line.
    pub(super) fn gap(&mut self) {
        if !self.0.is_empty() && !self.0.ends_with("\n\n") {
            self.0.push('\n');
        }
    }

    /// The finished page.
    pub(super) fn finish(self) -> String {
        self.0
    }

    /// Text whose first line stands behind a lead, and the others as far in.
    fn hang(&mut self, lead: &str, text: &str) {
        let width = lead.chars().count();
        for (index, line) in wrapped(text, COLUMNS.saturating_sub(width)).iter().enumerate() {
            let lead = if index == 0 { lead.to_owned() } else { " ".repeat(width) };
            self.push(format!("{lead}{line}").trim_end());
        }
    }

    fn push(&mut self, line: &str) {
        self.0.push_str(line);
        self.0.push('\n');
    }
}

fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.chars().count())))
}

/// The words in lines of at most this width; a longer word has a line of its own.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let Some(line) = lines.last_mut() else { break };
        if line.is_empty() {
            line.push_str(word);
        } else if line.chars().count() + 1 + word.chars().count() <= width {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_item_hangs_behind_its_dash() {
        let mut page = Page::default();
        page.item(2, &"word ".repeat(30));
        let text = page.finish();
        let lines: Vec<&str> = text.lines().collect();
        assert!(lines[0].starts_with("  - word") && lines[1].starts_with("    word"));
        assert!(lines.iter().all(|line| line.chars().count() <= COLUMNS && !line.ends_with(' ')));
    }

    #[test]
    fn cells_wrap_inside_their_columns() {
        let mut page = Page::default();
        page.row(&["a".to_owned(), "one two three".to_owned(), "b".to_owned()], &[3, 7, 3]);
        assert_eq!(page.finish(), "a    one two  b\n     three\n");
    }
}
