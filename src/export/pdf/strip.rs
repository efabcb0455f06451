//! Strips: what a page is filled with from the top down, each as high as one line.
//!
//! Knows: heights, which strips stay together, which stand in a box. Does not know: text, pages, columns.

use super::page::{Ink, Item, Owner, Shape};
use std::collections::VecDeque;

/// The space between a box's border and its text, above and below.
const BOX_PAD: f32 = 6.0;

/// One line, or the lines of several columns side by side. The `x` of its items is that on the page, and their `y` is
/// measured from the strip's upper edge.
#[derive(Clone, Debug)]
pub struct Strip {
    /// The space above it, which is left out at the top of a page.
    pub gap: f32,
    /// Its height.
    pub height: f32,
    /// Whether it stays on the page of the strip above, as the second and the last line of a paragraph do.
    pub keep: bool,
    /// The box around it.
    pub boxed: Option<Frame>,
    /// The table head that is repeated above it on a new page: an index into `Typesetter::heads`.
    pub head: Option<usize>,
    /// What is drawn, each item with its reading order: where cells stand side by side, they are read one after the other
    /// and not line by line.
    pub items: Vec<(usize, Item)>,
}

/// The border of a box. A number of its own tells it from a box of the same size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Its number.
    pub id: usize,
    /// Its left edge.
    pub x: f32,
    /// Its width.
    pub width: f32,
}

impl Strip {
    /// A strip with no gap, box or table head.
    pub const fn new(height: f32, items: Vec<(usize, Item)>) -> Self {
        Self { gap: 0.0, height, keep: false, boxed: None, head: None, items }
    }

    /// Makes the strip higher, with the new space above its items.
    pub fn pad_above(&mut self, by: f32) {
        self.height += by;
        self.items.iter_mut().for_each(|(_, item)| item.move_down(by));
    }
}

/// Sets the space above the first strip.
pub fn gap_above(strips: &mut [Strip], gap: f32) {
    if let Some(first) = strips.first_mut() {
        first.gap = gap;
    }
}

/// Prevents orphans and widows: the first two lines of a paragraph stay together, and so do the last two.
pub fn keep_pairs(strips: &mut [Strip]) {
    let count = strips.len();
    for (at, strip) in strips.iter_mut().enumerate() {
        strip.keep = at == 1 || (at > 0 && at + 1 == count);
    }
}

/// Keeps all strips on one page, where that is possible.
pub fn keep_all(strips: &mut [Strip]) {
    for strip in strips.iter_mut().skip(1) {
        strip.keep = true;
    }
}

/// The space between a strip and the one above it, with the padding of boxes that end or begin there.
fn space(above: Option<&Strip>, strip: &Strip) -> f32 {
    let frame = above.and_then(|above| above.boxed);
    let gap = if above.is_some() { strip.gap } else { 0.0 };
    let edges = if frame == strip.boxed {
        0
    } else {
        usize::from(frame.is_some()) + usize::from(strip.boxed.is_some())
    };
    gap + [0.0, BOX_PAD, 2.0 * BOX_PAD].get(edges).copied().unwrap_or_default()
}

/// The padding below a strip if it is the last of its box.
const fn padding_below(strip: &Strip) -> f32 {
    if strip.boxed.is_some() { BOX_PAD } else { 0.0 }
}

/// The height of strips one below the other. Stops counting once it exceeds `limit`.
pub fn height<'s>(strips: impl IntoIterator<Item = &'s Strip>, limit: f32) -> f32 {
    let mut above: Option<&Strip> = None;
    let mut height = 0.0;
    for strip in strips {
        height += space(above, strip) + strip.height;
        above = Some(strip);
        if height > limit {
            break;
        }
    }
    height + above.map_or(0.0, padding_below)
}

/// How many strips, from the first on, fit into a height.
pub fn fit(strips: &VecDeque<Strip>, room: f32) -> Fit {
    let mut above: Option<&Strip> = None;
    let (mut height, mut count) = (0.0, 0);
    for strip in strips {
        height += space(above, strip) + strip.height;
        if height + padding_below(strip) > room {
            break;
        }
        above = Some(strip);
        count += 1;
    }
    let mut unsplit = count;
    while unsplit > 0 && strips.get(unsplit).is_some_and(|strip| strip.keep) {
        unsplit -= 1;
    }
    Fit { unsplit, most: count.max(1).min(strips.len()) }
}

/// How many strips fit into a height.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fit {
    /// The number of strips that fit without splitting a group that stays together. May be 0.
    pub unsplit: usize,
    /// The number of strips that fit when groups may be split, and at least one: for a page that is empty so far.
    pub most: usize,
}

/// Stacks strips below `top`, adds their items to `out` and returns the lower edge of the last one.
pub fn stack(strips: impl IntoIterator<Item = Strip>, top: f32, out: &mut Vec<(usize, Item)>) -> f32 {
    let mut above: Option<Strip> = None;
    let mut y = top;
    let mut frame: Option<(Frame, f32)> = None;
    for strip in strips {
        let end = y + above.as_ref().map_or(0.0, padding_below);
        y += space(above.as_ref(), &strip);
        if frame.map(|(frame, _)| frame) != strip.boxed {
            if let Some((done, from)) = frame.take() {
                draw_box(done, from, end, out);
            }
            frame = strip.boxed.map(|boxed| (boxed, y - BOX_PAD));
        }
        let mut strip = strip;
        strip.items.iter_mut().for_each(|(_, item)| item.move_down(y));
        out.append(&mut strip.items);
        y += strip.height;
        above = Some(strip);
    }
    y += above.as_ref().map_or(0.0, padding_below);
    if let Some((done, from)) = frame {
        draw_box(done, from, y, out);
    }
    y
}

/// Draws a box: a tint with a hairline around it. Its reading order is 0, so that it is drawn before the text in it.
fn draw_box(frame: Frame, top: f32, bottom: f32, out: &mut Vec<(usize, Item)>) {
    let Frame { x, width, .. } = frame;
    let shape =
        Shape::Panel { x, y: top, width, height: bottom - top, ink: Ink::Tint, edge: Some(Ink::Hairline) };
    out.push((0, Item { owner: Owner::Artifact, shape }));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraph(lines: usize) -> VecDeque<Strip> {
        let mut strips = vec![Strip::new(10.0, Vec::new()); lines];
        keep_pairs(&mut strips);
        strips.into()
    }

    #[test]
    fn two_lines_at_least_stay_and_two_go() {
        for (lines, room, unsplit) in
            [(5, 15.0, 0), (5, 25.0, 2), (5, 45.0, 3), (5, 50.0, 5), (3, 25.0, 0), (1, 10.0, 1)]
        {
            assert_eq!(fit(&paragraph(lines), room).unsplit, unsplit, "{lines} lines in {room}");
        }
    }

    #[test]
    fn an_empty_page_takes_at_least_one() {
        assert_eq!(fit(&paragraph(3), 1.0), Fit { unsplit: 0, most: 1 });
        assert_eq!(fit(&paragraph(0), 1.0), Fit { unsplit: 0, most: 0 });
    }

    #[test]
    fn a_box_is_as_high_as_its_lines_and_its_edges() {
        let mut strips = paragraph(3);
        strips[1].boxed = Some(Frame { id: 1, x: 0.0, width: 50.0 });
        let expected = 30.0 + 2.0 * BOX_PAD;
        assert!((height(&strips, 1000.0) - expected).abs() < 0.01);
        let mut out = Vec::new();
        assert!((stack(strips, 5.0, &mut out) - 5.0 - expected).abs() < 0.01);
        assert!(matches!(out[0].1.shape, Shape::Panel { y, height, .. }
            if (y - 15.0).abs() < 0.01 && (height - 10.0 - 2.0 * BOX_PAD).abs() < 0.01));
    }
}
