//! Whether a file holds the tensors of a network, and their way into its layout.
//!
//! At run time nothing is kept of a file but a bit a tensor: its header is walked along again where more must be known,
//! for each of the network's tensors at most, however many the file has.
//! Of a file whose tensors lie in the order of its header, as all programs write it, this is once to check and once to
//! copy. rustc, which is slow at walking, has [`Notes`].

use nnplan::Text;

use super::error::Problem;
use super::file::{Entry, File};
use super::json::{part, stands_at};
use crate::tensor::{Role, TensorInfo};

/// Tensors of a network at most: ResNet-152 has 777.
pub(super) const MOST: usize = 2048;
/// Differences told one by one; the others are counted.
const SHOWN: usize = 40;
/// What PyTorch keeps beside the running statistics, and nobody needs for inference or training with a fixed momentum.
const COUNTER: &[u8] = b"num_batches_tracked";
const MEAN: &[u8] = b"running_mean";

/// The data bytes of a tensor of a file.
type Bytes = (u64, u64);

/// What makes the search short, of the first `K` tensors: 0 of them at run time, all of them in rustc.
pub(super) struct Notes<const K: usize> {
    /// Where the file's tensors lie.
    places: [Bytes; K],
    /// A number of the name of those of the network: names with other numbers are others.
    keys: [u32; K],
}

impl<const K: usize> Notes<K> {
    pub(super) const fn new(tensors: &[TensorInfo]) -> Self {
        let (mut keys, mut i) = ([0; K], 0);
        while i < K && i < tensors.len() {
            keys[i] = key(tensors[i].name.as_bytes());
            i += 1;
        }
        Self { places: [(0, 0); K], keys }
    }
}

/// FNV-1a's hash of a name.
const fn key(name: &[u8]) -> u32 {
    let (mut key, mut i) = (0x811c_9dc5_u32, 0);
    while i < name.len() {
        key = (key ^ name[i] as u32).wrapping_mul(0x0100_0193);
        i += 1;
    }
    key
}

/// What differs, and a text of it of up to `C` bytes: 0 at run time, when the first difference is told alone.
pub(super) struct Report<const C: usize> {
    pub(super) first: Option<Problem>,
    pub(super) count: usize,
    pub(super) lines: Text<C>,
    /// Whether a tensor's numbers are no `f32`.
    pub(super) has_dtype: bool,
    /// Whether the tensors' bytes are not where they should be.
    pub(super) has_place: bool,
}

impl<const C: usize> Report<C> {
    const fn new(first: Option<Problem>) -> Self {
        let count = first.is_some() as usize;
        Self { first, count, lines: Text::EMPTY, has_dtype: false, has_place: false }
    }

    const fn add(&mut self, problem: Problem) {
        if self.first.is_none() {
            self.first = Some(problem);
        }
        if C > 0 && self.count < SHOWN {
            self.lines.push("\n          ");
            problem.tell(&mut self.lines);
        }
        self.count += 1;
    }

    /// Whether all is known that will be told: at run time, of the first difference.
    const fn is_told(&self) -> bool {
        C == 0 && self.first.is_some()
    }

    /// Says how many differences there are beside those told.
    const fn close(&mut self) {
        if C > 0 && self.count > SHOWN {
            self.lines.push("\n          … and ");
            self.lines.push_number((self.count - SHOWN) as u64);
            self.lines.push(" more");
        }
    }
}

/// Which tensors were found.
struct Seen([u32; MOST / 32]);

impl Seen {
    const NONE: Self = Self([0; MOST / 32]);

    const fn has(&self, i: usize) -> bool {
        i < MOST && self.0[i / 32] >> (i % 32) & 1 == 1
    }

    /// Adds a tensor; whether it was there.
    const fn insert(&mut self, i: usize) -> bool {
        let was_there = self.has(i);
        if i < MOST {
            self.0[i / 32] |= 1 << (i % 32);
        }
        was_there
    }
}

/// What an entry is, by its name.
enum Place<'a> {
    /// A tensor of the network, and its number.
    Tensor(usize, &'a TensorInfo),
    /// The count of batches beside this running mean.
    Counter(usize),
    Unknown,
}

/// Finds an entry's tensor. Files and networks have much the same order: the search begins at number `from`.
const fn place<'a, const K: usize>(
    entry: &Entry<'_>,
    tensors: &'a [TensorInfo],
    from: usize,
    notes: &Notes<K>,
) -> Place<'a> {
    let has_key = K > 0 && !entry.name.is_escaped;
    let (key, keys) = (if has_key { key(entry.name.bytes) } else { 0 }, &notes.keys);
    let (mut i, mut left) = (from, tensors.len());
    while left > 0 {
        i = if i < tensors.len() { i } else { 0 };
        let may_be = !has_key || i >= K || keys[i] == key;
        if may_be && entry.name.is(tensors[i].name) {
            return Place::Tensor(i, &tensors[i]);
        }
        i += 1;
        left -= 1;
    }
    let name = entry.name.bytes;
    if name.len() < COUNTER.len() || entry.end - entry.begin > 8 {
        return Place::Unknown;
    }
    let stem = name.len() - COUNTER.len();
    let mut i = 0;
    while i < tensors.len() && stands_at(name, stem, COUNTER) {
        let mean = tensors[i].name.as_bytes();
        if matches!(tensors[i].role, Role::RunningMean)
            && mean.len() == stem + MEAN.len()
            && stands_at(mean, 0, name.split_at(stem).0)
            && stands_at(mean, stem, MEAN)
        {
            return Place::Counter(i);
        }
        i += 1;
    }
    Place::Unknown
}

/// All that keeps a file from being the network's. When its header cannot be read, only that.
pub(super) const fn check<const C: usize, const K: usize>(
    bytes: &[u8],
    tensors: &'static [TensorInfo],
    notes: &mut Notes<K>,
) -> Report<C> {
    let file = match File::open(bytes) {
        Ok(file) => file,
        Err(problem) => return Report::new(Some(problem)),
    };
    let mut report = Report::new(None);
    let (mut seen, mut counters) = (Seen::NONE, Seen::NONE);
    let (mut entries, mut from, mut end, mut is_in_order) = (file.entries(), 0, 0, true);
    let mut count = 0;
    loop {
        let entry = match entries.next() {
            Ok(Some(entry)) => entry,
            Ok(None) => break,
            Err(problem) => return Report::new(Some(problem)),
        };
        is_in_order = is_in_order && entry.begin == end;
        end = entry.end;
        count += 1;
        if report.is_told() {
            continue; // a header that cannot be read goes first
        }
        match place(&entry, tensors, from, notes) {
            Place::Tensor(i, tensor) => {
                from = i + 1;
                if seen.insert(i) {
                    report.add(Problem::Repeated { name: entry.name.excerpt() });
                } else {
                    check_entry(&entry, tensor, &mut report);
                }
            }
            Place::Counter(i) if counters.insert(i) => {
                report.add(Problem::Repeated { name: entry.name.excerpt() });
            }
            Place::Counter(_) => {}
            Place::Unknown => {
                let (name, shape) = (entry.name.excerpt(), entry.shape);
                report.add(Problem::Extra { name, dtype: entry.dtype_excerpt(), shape });
            }
        }
    }
    // Places are compared each with each, so they are left alone where the file has more entries than the network could
    // have: tensors, and a counter each. That is told already.
    let may_be_right = count <= 2 * tensors.len() && !report.is_told();
    if may_be_right && (!is_in_order || end != file.data.len() as u64) {
        check_places(&file, &mut notes.places, &mut report);
    }
    let mut i = 0;
    while i < tensors.len() && !report.is_told() {
        if !seen.has(i) {
            report.add(Problem::Missing { tensor: &tensors[i] });
        }
        i += 1;
    }
    report.close();
    report
}

const fn check_entry<const C: usize>(
    entry: &Entry<'_>,
    tensor: &'static TensorInfo,
    report: &mut Report<C>,
) {
    let (is_f32, expected) = (entry.dtype.is("F32"), 4 * tensor.shape.len() as u64);
    let Entry { name, shape, begin, end, .. } = *entry;
    if !is_f32 {
        report.has_dtype = true;
    }
    if !is_f32 || !shape.is(&tensor.shape) {
        report.add(Problem::Unlike { tensor, dtype: entry.dtype_excerpt(), shape });
    } else if end - begin != expected {
        report.has_place = true;
        report.add(Problem::Bytes { name: name.excerpt(), expected, begin, end });
    }
}

/// Each tensor's bytes within the data and its own, and all of these together the data.
const fn check_places<const C: usize>(
    file: &File<'_>,
    places: &mut [Bytes],
    report: &mut Report<C>,
) {
    let (data, mut expected, mut is_right) = (file.data.len() as u64, 0_u64, true);
    let (mut entries, mut count) = (file.entries(), 0);
    while let Ok(Some(entry)) = entries.next() {
        let (Entry { begin, end, .. }, name) = (entry, entry.name.excerpt());
        if end > data {
            is_right = false;
            report.add(Problem::Range { name, begin, end, data });
        } else if overlaps(file, places, count, (begin, end)) {
            is_right = false;
            report.add(Problem::Overlap { name, begin, end });
        } else {
            expected += end - begin;
        }
        if count < places.len() {
            places[count] = (begin, end);
        }
        count += 1;
    }
    if is_right && expected != data {
        is_right = false;
        report.add(Problem::Data { expected, found: data });
    }
    report.has_place = report.has_place || !is_right;
}

/// Whether one of the first `count` tensors of a file has some of these bytes; `places` are those of the first.
const fn overlaps(file: &File<'_>, places: &[Bytes], count: usize, bytes: Bytes) -> bool {
    let mut i = 0;
    while i < count && i < places.len() {
        if have_common(places[i], bytes) {
            return true;
        }
        i += 1;
    }
    if i == count {
        return false;
    }
    let mut entries = file.entries();
    i = 0;
    while i < count {
        let Ok(Some(Entry { begin, end, .. })) = entries.next() else { return false };
        if have_common((begin, end), bytes) {
            return true;
        }
        i += 1;
    }
    false
}

const fn have_common((a_begin, a_end): Bytes, (b_begin, b_end): Bytes) -> bool {
    let (begin, end) = (
        if a_begin > b_begin { a_begin } else { b_begin },
        if a_end < b_end { a_end } else { b_end },
    );
    begin < end
}

/// Copies the tensors of a file in which nothing differs; whether that was so.
pub(super) const fn copy<const K: usize>(
    bytes: &[u8],
    tensors: &[TensorInfo],
    notes: &Notes<K>,
    parameters: &mut [f32],
    kept: &mut [f32],
) -> bool {
    let Ok(file) = File::open(bytes) else { return false };
    let (mut entries, mut from) = (file.entries(), 0);
    while let Ok(Some(entry)) = entries.next() {
        let Place::Tensor(i, tensor) = place(&entry, tensors, from, notes) else { continue };
        let all = if tensor.is_kept() { &mut *kept } else { &mut *parameters };
        let Some((_, behind)) = all.split_at_mut_checked(tensor.offset) else { return false };
        let Some((numbers, _)) = behind.split_at_mut_checked(tensor.shape.len()) else {
            return false;
        };
        if !read_numbers(part(file.data, entry.begin as usize, entry.end as usize), numbers) {
            return false;
        }
        from = i + 1;
    }
    true
}

/// Little-endian bytes to numbers, with all of their bits; whether they are four a number.
const fn read_numbers(bytes: &[u8], numbers: &mut [f32]) -> bool {
    if bytes.len() != size_of_val::<[f32]>(numbers) {
        return false;
    }
    if cfg!(target_endian = "little") {
        let to = numbers.as_mut_ptr().cast::<u8>();
        // One copy: a loop over the numbers of a network would be a long evaluation for rustc.
        // SAFETY: both have this length, as was just found; what is borrowed uniquely is not the bytes.
        unsafe { core::ptr::copy_nonoverlapping(bytes.as_ptr(), to, bytes.len()) };
    } else {
        decode(bytes, numbers);
    }
    true
}

/// The same in any order of a machine's bytes.
const fn decode(mut bytes: &[u8], numbers: &mut [f32]) {
    let mut i = 0;
    while let Some((number, rest)) = bytes.split_first_chunk() {
        if i < numbers.len() {
            numbers[i] = f32::from_bits(u32::from_le_bytes(*number));
        }
        (bytes, i) = (rest, i + 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_the_same_by_a_copy_and_one_by_one() {
        let bits = [0, 1, 0x8000_0000, 0x3f80_0000, 0x7fa1_2345, 0xff80_0001, 0x0102_0304_u32];
        let mut bytes = [0; 28];
        for (to, bits) in bytes.chunks_exact_mut(4).zip(bits) {
            to.copy_from_slice(&bits.to_le_bytes());
        }
        let (mut copied, mut decoded) = ([0.0; 7], [0.0; 7]);
        assert!(read_numbers(&bytes, &mut copied));
        assert!(!read_numbers(&bytes[1..], &mut copied));
        decode(&bytes, &mut decoded);
        assert_eq!(copied.map(f32::to_bits), bits);
        assert_eq!(decoded.map(f32::to_bits), bits);
    }

    #[test]
    fn ranges_have_bytes_in_common() {
        assert!(have_common((0, 4), (3, 5)) && have_common((3, 5), (0, 4)));
        assert!(have_common((0, 9), (3, 5)) && have_common((3, 5), (3, 5)));
        assert!(!have_common((0, 4), (4, 8)) && !have_common((4, 8), (0, 4)));
        assert!(!have_common((2, 2), (0, 4)) && !have_common((0, 4), (2, 2)));
    }

    #[test]
    fn a_set_of_tensors_knows_each() {
        let mut seen = Seen::NONE;
        for i in [0, 31, 32, 63, MOST - 1] {
            assert!(!seen.has(i));
            assert!(!seen.insert(i));
            assert!(seen.insert(i));
        }
        assert!(!seen.has(1) && !seen.has(33) && !seen.has(MOST - 2));
    }
}
