//! How much a kernel computes and moves, from the geometry that it was made for.

use nncuda::KernelTime;

/// What is computed and moved, where it is known.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Work {
    /// Floating-point operations: 2mnk of a product. Others are not counted.
    pub flops: Option<f64>,
    /// Bytes: each operand once.
    pub bytes: Option<f64>,
}

impl Work {
    /// The sum of what is known.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        let sum = |a: Option<f64>, b: Option<f64>| match (a, b) {
            (Some(a), Some(b)) => Some(a + b),
            (a, b) => a.or(b),
        };
        Self { flops: sum(self.flops, other.flops), bytes: sum(self.bytes, other.bytes) }
    }

    /// So many multiply-adds on so many numbers.
    fn product(macs: f64, numbers: f64) -> Self {
        Self { flops: Some(2.0 * macs), bytes: Some(4.0 * numbers) }
    }

    /// So many bytes moved.
    fn moved(bytes: f64) -> Self {
        Self { flops: None, bytes: Some(bytes) }
    }
}

/// A geometry as text, as the names of kernels have it.
#[derive(Clone, Copy)]
struct Geometry<'a>(&'a str);

impl<'a> Geometry<'a> {
    /// What follows `name: `.
    fn after(self, name: &str) -> Option<&'a str> {
        let is_start =
            |at: usize| !self.0[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
        let label = format!("{name}: ");
        let (at, _) = self.0.match_indices(&label).find(|(at, _)| is_start(*at))?;
        Some(&self.0[at + label.len()..])
    }

    /// The number called `name`.
    fn number(self, name: &str) -> Option<f64> {
        let rest = self.after(name)?;
        let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        rest[..end].parse().ok()
    }

    /// Rows, or columns, of a window's input, kernel and output.
    fn window(self, axis: &str) -> Option<[f64; 3]> {
        let window = Self(self.after(axis)?);
        Some([window.number("input")?, window.number("kernel")?, window.number("output")?])
    }
}

/// What all calls of a kernel did on a batch.
#[must_use]
pub fn of_kernel(kernel: &KernelTime, batch: usize) -> Work {
    let elements = kernel.elements as f64;
    let one = work(&kernel.key, batch as f64, elements / kernel.calls.max(1) as f64);
    let times = |n: Option<f64>| n.map(|n| n * kernel.calls as f64);
    one.map_or(Work::default(), |w| Work { flops: times(w.flops), bytes: times(w.bytes) })
}

/// What one call does: the name of a kernel with its geometry, the samples, and the elements that the call is over.
fn work(key: &str, batch: f64, elements: f64) -> Option<Work> {
    let (operation, rest) = key.split_once(' ').unwrap_or((key, ""));
    let g = Geometry(rest);
    match operation {
        "linear" | "linear_gemv" | "linear_grad_input" | "linear_grad_weight" => {
            let rows = batch * g.number("rows")?;
            let (from, to) = (g.number("in_features")?, g.number("out_features")?);
            Some(Work::product(rows * from * to, rows * (from + to) + from * to))
        }
        "conv2d" | "conv2d_grad_input" | "conv2d_grad_weight" => {
            let ([rows, high, out_rows], [columns, wide, out_columns]) =
                (g.window("vertical")?, g.window("horizontal")?);
            let (from, to) = (g.number("in_channels")?, g.number("out_channels")?);
            let weights = from / g.number("groups")? * to * high * wide;
            let (pixels, out_pixels) = (rows * columns, out_rows * out_columns);
            let numbers = batch * (from * pixels + to * out_pixels) + weights;
            Some(Work::product(batch * out_pixels * weights, numbers))
        }
        "conv2d_max_pool2d" => {
            let (_, pool) = rest.split_once("Pool2d ")?;
            let p = Geometry(pool);
            let ([rows, high, _], [columns, wide, _]) =
                (g.window("vertical")?, g.window("horizontal")?);
            let ([_, down, out_rows], [_, right, out_columns]) =
                (p.window("vertical")?, p.window("horizontal")?);
            let (from, to) = (g.number("in_channels")?, g.number("out_channels")?);
            let weights = from / g.number("groups")? * to * high * wide;
            let (windows, index) = (out_rows * out_columns, index_bytes(pool));
            let numbers = batch * (from * rows * columns + to * windows) + weights;
            let conv = Work::product(batch * windows * down * right * weights, numbers);
            Some(conv.plus(Work::moved(batch * to * windows * index)))
        }
        // Of sums in parts it is the kernel that reads the gradient.
        "linear_grad_bias" | "conv2d_grad_bias" if !rest.ends_with("Last") => {
            let rows = batch * g.number("rows").unwrap_or(1.0);
            Some(Work::moved(4.0 * g.number("count")? * (rows * g.number("positions")? + 1.0)))
        }
        "matmul" | "matmul_grad_left" | "matmul_grad_right" => {
            let (m, n, k) = (g.number("m")?, g.number("n")?, g.number("k")?);
            let products = batch * g.number("batch")?;
            Some(Work::product(products * m * n * k, products * (m * k + k * n + m * n)))
        }
        "max_pool2d" | "max_pool2d_grad" => {
            let ([rows, _, out_rows], [columns, _, out_columns]) =
                (g.window("vertical")?, g.window("horizontal")?);
            let (pixels, out_pixels) = (rows * columns, out_rows * out_columns);
            let index = if operation == "max_pool2d_grad" { 1.0 } else { index_bytes(rest) };
            Some(Work::moved(
                batch * g.number("channels")? * (4.0 * pixels + (4.0 + index) * out_pixels),
            ))
        }
        "activation" | "affine" | "copy" => Some(Work::moved(8.0 * elements)),
        "activation_grad" | "accumulate" | "binary" => Some(Work::moved(12.0 * elements)),
        // Parameter and gradient, and the optimizer's own numbers, which are read and written.
        "update" => {
            let slots = match rest.split([' ', '{']).next()? {
                "Adam" | "AdamW" => 2.0,
                _ => return None,
            };
            Some(Work::moved(4.0 * (3.0 + 2.0 * slots) * elements))
        }
        _ => None,
    }
}

/// Bytes of a window's position, where a max pool keeps it: windows of up to 256 pixels.
fn index_bytes(pool: &str) -> f64 {
    if pool.contains("} true ") { 1.0 } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINEAR: &str = "linear_grad_input Linear { input: Shape { rank: 1, dims: [18, 1, 1, 1] }, rows: 2, in_features: 18, out_features: 4, bias: true, declared: Some(18) } Small";
    const WINDOWS: &str = "vertical: Window { input: 6, kernel: 3, stride: 1, dilation: 1, before: 1, after: 1, output: 6 }, horizontal: Window { input: 8, kernel: 5, stride: 2, dilation: 1, before: 2, after: 2, output: 4 }";

    #[test]
    fn products_are_two_operations_a_multiply_add() {
        let found = work(LINEAR, 3.0, 0.0).unwrap();
        assert_eq!(
            found,
            Work { flops: Some(2.0 * 6.0 * 72.0), bytes: Some(4.0 * (6.0 * 22.0 + 72.0)) }
        );
        let conv = format!(
            "conv2d Conv2d {{ input: Shape {{ rank: 3, dims: [4, 6, 8, 1] }}, in_channels: 4, out_channels: 2, {WINDOWS}, groups: 2, bias: true, declared: Some(1) }} None Small"
        );
        let found = work(&conv, 3.0, 0.0).unwrap();
        // Two of the four channels, a window of 15, for each number of the output.
        assert_eq!(found.flops, Some(2.0 * 3.0 * (2.0 * 24.0) * 30.0));
        assert_eq!(found.bytes, Some(4.0 * (3.0 * (4.0 * 48.0 + 2.0 * 24.0) + 60.0)));
    }

    #[test]
    fn a_pooled_convolution_computes_the_pixels_of_windows() {
        let pool = "Pool2d { channels: 2, vertical: Window { input: 6, kernel: 2, stride: 2, output: 3 }, horizontal: Window { input: 5, kernel: 2, stride: 2, output: 2 }, same: false }";
        let conv = format!("Conv2d {{ in_channels: 4, out_channels: 2, {WINDOWS}, groups: 1 }}");
        let found = |keeps| {
            work(&format!("conv2d_max_pool2d {conv} {pool} {keeps} None Tile"), 3.0, 0.0).unwrap()
        };
        // Three by two windows of four pixels, of two channels, each of a patch of 60.
        assert_eq!(found(true).flops, Some(2.0 * 3.0 * (6.0 * 4.0 * 2.0) * 60.0));
        let bytes = 4.0 * (3.0 * (4.0 * 48.0 + 2.0 * 6.0) + 120.0);
        assert_eq!(found(false).bytes, Some(bytes));
        assert_eq!(found(true).bytes, Some(bytes + 3.0 * 2.0 * 6.0));
    }

    #[test]
    fn moved_bytes_are_those_of_the_operands() {
        let bytes = |key: &str, elements| work(key, 2.0, elements).and_then(|w| w.bytes);
        assert_eq!(bytes("activation_grad Relu", 10.0), Some(120.0));
        assert_eq!(bytes("update Adam { beta1: 0.9 } None", 10.0), Some(280.0));
        let pool = format!("Pool2d {{ channels: 5, {WINDOWS}, same: false }}");
        let (input, output) = (2.0 * 5.0 * 48.0, 2.0 * 5.0 * 24.0);
        assert_eq!(
            bytes(&format!("max_pool2d {pool} false None"), 0.0),
            Some(4.0 * (input + output))
        );
        assert_eq!(
            bytes(&format!("max_pool2d_grad {pool}"), 0.0),
            Some(4.0 * input + 5.0 * output)
        );
        let line = "linear_grad_bias Channels { count: 7, positions: 1 } rows: 3 Assign";
        assert_eq!(bytes(&format!("{line} Whole"), 7.0), Some(4.0 * 7.0 * (6.0 + 1.0)));
        assert_eq!(bytes(&format!("{line} Last"), 7.0), None);
        let image = "conv2d_grad_bias Channels { count: 7, positions: 12 } Add Parts";
        assert_eq!(bytes(image, 56.0), Some(4.0 * 7.0 * (24.0 + 1.0)));
        assert_eq!(bytes("something else", 10.0), None);
    }
}
