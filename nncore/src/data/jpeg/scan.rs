//! A scan: the blocks of some components, read for their length alone.

use super::bits::{Bits, Table};
use super::{Component, Frame};
use core::ops::RangeInclusive;
use std::format;
use std::string::String;
use std::vec::Vec;

pub(super) struct Scan<'f, 't> {
    frame: &'f mut Frame,
    members: Vec<Member<'t>>,
    kind: Kind,
    /// The coefficients of a block that the scan holds, in zigzag order.
    band: RangeInclusive<usize>,
}

struct Member<'t> {
    /// Its place in the frame.
    component: usize,
    dc: Option<&'t Table>,
    ac: Option<&'t Table>,
}

/// What a scan holds of a coefficient.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// All, of all coefficients.
    Sequential,
    /// The upper bits of the mean of a block.
    FirstMean,
    /// One more bit of it.
    NextMean,
    /// The upper bits of the others.
    First,
    /// One more bit of them.
    Next,
}

impl<'f, 't> Scan<'f, 't> {
    /// From the last three bytes of its header; none when they say what cannot be.
    pub(super) fn new(frame: &'f mut Frame, first: u8, last: u8, bits: u8) -> Option<Self> {
        let (first, last) = (usize::from(first), usize::from(last));
        let is_first = bits >> 4 == 0;
        let (kind, band) = match frame.is_progressive {
            // Whatever it says: libjpeg, too, reads whole blocks.
            false => (Kind::Sequential, 0..=63),
            true if first > last || last > 63 || (first == 0 && last > 0) => return None,
            true if first == 0 && is_first => (Kind::FirstMean, 0..=0),
            true if first == 0 => (Kind::NextMean, 0..=0),
            true if is_first => (Kind::First, first..=last),
            true => (Kind::Next, first..=last),
        };
        Some(Self { frame, members: Vec::new(), kind, band })
    }

    /// Adds a component; none when there is no such, or it is here already.
    pub(super) fn add(
        &mut self,
        id: u8,
        dc: Option<&'t Table>,
        ac: Option<&'t Table>,
    ) -> Option<()> {
        let component = self.frame.components.iter().position(|component| component.id == id)?;
        let is_new = self.members.iter().all(|member| member.component != component);
        self.members.push(Member { component, dc, ac });
        // Bands are of one component each.
        let fits = self.members.len() == 1 || !matches!(self.kind, Kind::First | Kind::Next);
        (is_new && fits).then_some(())
    }

    pub(super) fn lacks_a_table(&self) -> bool {
        self.members.iter().any(|Member { dc, ac, .. }| match self.kind {
            Kind::Sequential => dc.is_none() || ac.is_none(),
            Kind::FirstMean => dc.is_none(),
            Kind::NextMean => false,
            Kind::First | Kind::Next => ac.is_none(),
        })
    }

    /// Reads the blocks from a place in the file on; gives where the data end.
    pub(super) fn read(self, bytes: &[u8], at: usize, restart: usize) -> Result<usize, String> {
        let Self { frame, members, kind, band } = self;
        let mut reader = Reader { bits: Bits::new(bytes, at), kind, band, run: 0 };
        let mut units = Units { restart, left: restart, number: 0 };
        let (across, down) = (frame.across, frame.down);
        match &members[..] {
            [] => Err(format!("a scan of nothing at byte {at}")),
            // Alone, a component is read without the blocks that only fill units.
            [member] => {
                let component = &mut frame.components[member.component];
                for y in 0..component.rows {
                    for x in 0..component.columns {
                        units.next(&mut reader)?;
                        reader.block(member, component, x, y)?;
                    }
                }
                Ok(reader.bits.end())
            }
            members => {
                for (y, x) in (0..down).flat_map(|y| (0..across).map(move |x| (y, x))) {
                    units.next(&mut reader)?;
                    for member in members {
                        let component = &mut frame.components[member.component];
                        let (h, v) = (component.across, component.down);
                        for (j, i) in (0..v).flat_map(|j| (0..h).map(move |i| (j, i))) {
                            reader.block(member, component, x * h + i, y * v + j)?;
                        }
                    }
                }
                Ok(reader.bits.end())
            }
        }
    }
}

/// Counts units between restart markers.
struct Units {
    restart: usize,
    left: usize,
    number: u8,
}

impl Units {
    /// Before each unit.
    fn next(&mut self, reader: &mut Reader<'_>) -> Result<(), String> {
        if self.restart == 0 {
            return Ok(());
        }
        if self.left == 0 {
            reader.bits.restart(self.number)?;
            reader.run = 0;
            self.number = (self.number + 1) % 8;
            self.left = self.restart;
        }
        self.left -= 1;
        Ok(())
    }
}

struct Reader<'a> {
    bits: Bits<'a>,
    kind: Kind,
    band: RangeInclusive<usize>,
    /// Blocks that are left of a run without further coefficients.
    run: u32,
}

impl Reader<'_> {
    fn block(
        &mut self,
        member: &Member<'_>,
        component: &mut Component,
        x: usize,
        y: usize,
    ) -> Result<(), String> {
        match (self.kind, member.dc, member.ac) {
            (Kind::Sequential, Some(dc), Some(ac)) => {
                self.mean(dc)?;
                self.sequential(ac)
            }
            (Kind::FirstMean, Some(dc), _) => self.mean(dc),
            (Kind::NextMean, ..) => self.bits.skip(1),
            (Kind::First | Kind::Next, _, Some(ac)) => {
                if component.seen.is_empty() {
                    component.seen = std::vec![0; component.blocks];
                }
                let seen = &mut component.seen[y * component.stride + x];
                if self.kind == Kind::First { self.first(ac, seen) } else { self.next(ac, seen) }
            }
            // `Scan::lacks_a_table` was asked.
            _ => Ok(()),
        }
    }

    fn mean(&mut self, dc: &Table) -> Result<(), String> {
        let length = self.bits.code(dc)?;
        if length > 16 {
            return Err(self.damaged());
        }
        self.bits.skip(length.into())
    }

    fn damaged(&self) -> String {
        format!("the data of a scan are damaged before byte {}", self.bits.end())
    }

    /// The run of zeros and the length of the next coefficient.
    fn coefficient(&mut self, ac: &Table) -> Result<(usize, u32), String> {
        let code = self.bits.code(ac)?;
        Ok((usize::from(code >> 4), u32::from(code & 15)))
    }

    /// T.81, F.2.2.2.
    fn sequential(&mut self, ac: &Table) -> Result<(), String> {
        let mut k = 1;
        while k < 64 {
            match self.coefficient(ac)? {
                (15, 0) => k += 16,
                (_, 0) => break,
                (zeros, length) => {
                    k += zeros;
                    self.check(k, 63)?;
                    self.bits.skip(length)?;
                    k += 1;
                }
            }
        }
        Ok(())
    }

    /// T.81, G.1.2.2: the first scan of a band.
    fn first(&mut self, ac: &Table, seen: &mut u64) -> Result<(), String> {
        if self.run > 0 {
            self.run -= 1;
            return Ok(());
        }
        let (mut k, last) = (*self.band.start(), *self.band.end());
        while k <= last {
            match self.coefficient(ac)? {
                (15, 0) => k += 16,
                (power, 0) => {
                    self.run = (1 << power) - 1 + self.bits.number(power as u32)?;
                    break;
                }
                (zeros, length) => {
                    k += zeros;
                    self.check(k, last)?;
                    self.bits.skip(length)?;
                    *seen |= 1 << k;
                    k += 1;
                }
            }
        }
        Ok(())
    }

    /// T.81, G.1.2.3: a further scan, with a bit for each coefficient that is not 0 yet is
    /// passed over.
    fn next(&mut self, ac: &Table, seen: &mut u64) -> Result<(), String> {
        let (mut k, last) = (*self.band.start(), *self.band.end());
        while self.run == 0 && k <= last {
            let (mut zeros, length) = self.coefficient(ac)?;
            match (zeros, length) {
                (15, 0) => {}
                (power, 0) => {
                    self.run = (1 << power) + self.bits.number(power as u32)?;
                    break;
                }
                _ => self.bits.skip(1)?,
            }
            // To the place of the new coefficient, or after sixteen zeros.
            while k <= last {
                if *seen & 1 << k != 0 {
                    self.bits.skip(1)?;
                } else if zeros == 0 {
                    break;
                } else {
                    zeros -= 1;
                }
                k += 1;
            }
            if length != 0 {
                self.check(k, last)?;
                *seen |= 1 << k;
            }
            k += 1;
        }
        if self.run > 0 {
            let known = (k..=last).filter(|k| *seen & 1 << k != 0).count();
            (0..known).try_for_each(|_| self.bits.skip(1))?;
            self.run -= 1;
        }
        Ok(())
    }

    /// That a coefficient lies in its band.
    fn check(&self, k: usize, last: usize) -> Result<(), String> {
        if k <= last { Ok(()) } else { Err(self.damaged()) }
    }
}
