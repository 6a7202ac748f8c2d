//! Random arguments of a layer on a known input, written in one of the ways the language allows.

use super::Random;

/// Arguments for `kind` on an input of `dims`, which become those of the output.
pub(crate) fn arguments(random: &mut Random, kind: &str, dims: &mut Vec<usize>) -> String {
    match kind {
        "Linear" => linear(random, dims),
        "Conv1d" | "Conv2d" => conv(random, dims),
        "ConvTranspose2d" => transposed(random, dims),
        "MaxPool1d" | "MaxPool2d" => pool(random, dims, true),
        "AvgPool1d" | "AvgPool2d" => pool(random, dims, false),
        "GlobalAvgPool2d" => {
            (dims[1], dims[2]) = (1, 1);
            String::new()
        }
        "AdaptiveAvgPool2d" => {
            (dims[1], dims[2]) = (random.within(1, 7), random.within(1, 7));
            if random.once_in(4) {
                dims[2] = dims[1];
            }
            format!("({}{})", random.one(&["", "", "output_size = "]), pair([dims[1], dims[2]]))
        }
        "Upsample2d" => upsample2d(random, dims),
        "Pad2d" => pad2d(random, dims),
        "PixelShuffle" => {
            let fits = |r: &usize| {
                dims[0].is_multiple_of(r * r) && (*r == 1 || dims[1].max(dims[2]) * r <= 7)
            };
            let r = [1, 2].into_iter().rfind(fits).expect("1 fits");
            *dims = vec![dims[0] / (r * r), dims[1] * r, dims[2] * r];
            format!("({r})")
        }
        "GroupNorm" => {
            let groups: Vec<usize> = (1..=dims[0]).filter(|g| dims[0].is_multiple_of(*g)).collect();
            let groups = random.one(&groups).to_string();
            written(&[groups, eps(random), affine(random)])
        }
        "InstanceNorm2d" => written(&[eps(random), affine(random)]),
        "PRelu" => match random.within(0, 2) {
            0 => String::new(),
            1 => "(1)".to_owned(),
            _ => format!("({})", dims[0]),
        },
        "Glu" => {
            let even: Vec<usize> = (0..dims.len()).filter(|i| dims[*i].is_multiple_of(2)).collect();
            let axis = random.one(&even);
            dims[axis] /= 2;
            if axis == 0 && random.once_in(2) { String::new() } else { format!("(axis = {axis})") }
        }
        "Flatten" => {
            *dims = vec![dims.iter().product()];
            String::new()
        }
        "BatchNorm1d" | "BatchNorm2d" => {
            let mut list = Vec::new();
            if random.once_in(2) {
                list.push(dims[0].to_string());
            }
            list.push(eps(random));
            if random.once_in(3) {
                list.push("momentum = 0.3".to_owned());
            }
            written(&list)
        }
        "LayerNorm" | "RmsNorm" => {
            let mut list = Vec::new();
            if random.once_in(2) {
                list.push(format!("axes = {}", random.within(1, dims.len())));
            }
            list.push(eps(random));
            written(&list)
        }
        "Softmax" | "LogSoftmax" => {
            let axis = random.within(0, dims.len() - 1);
            if axis == 0 && random.once_in(2) { String::new() } else { format!("(axis = {axis})") }
        }
        _ => random.one(constants(kind)).to_owned(),
    }
}

/// The ways to write the layers whose arguments do not depend on shapes.
fn constants(kind: &str) -> &'static [&'static str] {
    match kind {
        "Dropout" => &["", "(0.3)", "(p = 0.25)", "(0.0)"],
        "LeakyRelu" => &["", "(0.2)", "(slope = -0.3)", "(0)"],
        "Elu" => &["", "(0.7)", "(alpha = 1.5)"],
        "Gelu" => &["", "(approximate = tanh)", "(approximate = none)"],
        _ => &["", "()"],
    }
}

fn written(list: &[String]) -> String {
    let list: Vec<&str> = list.iter().map(String::as_str).filter(|s| !s.is_empty()).collect();
    if list.is_empty() { String::new() } else { format!("({})", list.join(", ")) }
}

fn affine(random: &mut Random) -> String {
    random.one(&["", "affine = true", "affine = false"]).to_owned()
}

/// Images stay as small as windows expect them.
fn pad2d(random: &mut Random, dims: &mut [usize]) -> String {
    let mode = random.one(&["", "mode = zero", "mode = reflect", "mode = replicate"]);
    let most = |axis: usize| {
        let room = 8usize.saturating_sub(dims[axis]) / 2;
        room.min(if mode == "mode = reflect" { dims[axis] - 1 } else { 2 })
    };
    let [h, w] = [most(1), most(2)];
    let [t, b, l, r] = [h, h, w, w].map(|most| random.within(0, most));
    (dims[1], dims[2]) = (t + dims[1] + b, l + dims[2] + r);
    let padding = match (t == b && l == r, t == l) {
        (true, true) => t.to_string(),
        (true, false) => format!("({t}, {l})"),
        _ => format!("({t}, {b}, {l}, {r})"),
    };
    let name = random.one(&["", "padding = "]);
    written(&[format!("{name}{padding}"), mode.to_owned()])
}

/// Whether a kind takes a value of these sizes, of a rank that it takes.
pub(crate) fn fits(kind: &str, dims: &[usize]) -> bool {
    kind != "Glu" || dims.iter().any(|d| d.is_multiple_of(2))
}

/// A large `eps` is likelier: behind a layer that flattens everything the default makes
/// functions so steep that differences cannot follow them.
fn eps(random: &mut Random) -> String {
    random.one(&["", "eps = 0.1", "eps = 0.1", "eps = 1e-2"]).to_owned()
}

fn linear(random: &mut Random, dims: &mut [usize]) -> String {
    let last = dims.len() - 1;
    let output = random.within(1, 5);
    let sizes = match random.within(0, 3) {
        0 => format!("_ -> {output}"),
        1 => output.to_string(),
        _ => format!("{} -> {output}", dims[last]),
    };
    dims[last] = output;
    let bias = random.one(&["", "bias = true", "bias = false"]);
    written(&[sizes, bias.to_owned()])
}

/// Arguments for an `Embedding` of integers below `limit`.
pub(crate) fn embedding(random: &mut Random, limit: usize, dims: &mut Vec<usize>) -> String {
    let features = random.within(1, 4);
    dims.push(features);
    match random.within(0, 3) {
        0 => format!("(_ -> {features})"),
        1 => format!("({features})"),
        2 => format!("({} -> {features})", limit + random.within(1, 3)),
        _ => format!("({limit} -> {features})"),
    }
}

/// Images stay as small as windows expect them.
fn upsample2d(random: &mut Random, dims: &mut [usize]) -> String {
    let [down, across] = [1, 2].map(|axis| random.within(1, (7 / dims[axis]).clamp(1, 3)));
    (dims[1], dims[2]) = (dims[1] * down, dims[2] * across);
    let name = random.one(&["", "", "scale = "]);
    format!("({name}{})", pair([down, across]))
}

/// The windows of both axes.
struct Windows {
    kernel: [usize; 2],
    stride: [usize; 2],
    dilation: [usize; 2],
    /// top, bottom, left, right; `None` is `same`.
    padding: Option<[usize; 4]>,
    output: [usize; 2],
    /// Whether they are those of a sequence, with one size each.
    is_line: bool,
}

/// The padding in front and the size of the output along one axis.
fn axis(input: usize, k: usize, s: usize, d: usize, pad: Option<[usize; 2]>) -> (usize, usize) {
    let span = d * (k - 1) + 1;
    let [before, after] = pad.unwrap_or_else(|| {
        let total = ((input.div_ceil(s) - 1) * s + span).saturating_sub(input);
        [total / 2, total - total / 2]
    });
    let padded = input + before + after;
    (before, if span > padded { 0 } else { (padded - span) / s + 1 })
}

/// Whether each window has an element of the image.
fn covered(input: usize, k: usize, s: usize, d: usize, before: usize, output: usize) -> bool {
    (0..output).all(|o| (0..k).any(|i| (before..before + input).contains(&(o * s + i * d))))
}

impl Windows {
    /// Those of an image, or of a sequence: of an image of one row.
    fn random(random: &mut Random, sizes: &[usize], conv: bool, dilated: bool) -> Self {
        let is_line = sizes.len() == 1;
        let image = if is_line { [1, sizes[0]] } else { [sizes[0], sizes[1]] };
        loop {
            let mut pair = |low, high, even: bool| {
                let a = random.within(low, high);
                [a, if even || random.once_in(2) { a } else { random.within(low, high) }]
            };
            let kernel = pair(1, 3, false);
            let stride = if conv { pair(1, 2, false) } else { pair(1, 3, false) };
            let dilation = if dilated { pair(1, 2, false) } else { [1, 1] };
            let padding = match random.within(0, 5) {
                0 => None,
                1 | 2 => Some([0; 4]),
                3 => {
                    let p = random.within(0, 1);
                    Some([p; 4])
                }
                4 => {
                    let (h, w) = (random.within(0, 2), random.within(0, 2));
                    Some([h, h, w, w])
                }
                _ => Some([(); 4].map(|()| random.within(0, 2))),
            };
            let mut w = Self { kernel, stride, dilation, padding, output: [0; 2], is_line };
            if is_line {
                (w.kernel[0], w.stride[0], w.dilation[0]) = (1, 1, 1);
                w.padding = w.padding.map(|[.., l, r]| [0, 0, l, r]);
            }
            let mut good = true;
            for (i, input) in image.iter().enumerate() {
                let pad = w.padding.map(|p| [p[2 * i], p[2 * i + 1]]);
                let (k, s, d) = (w.kernel[i], w.stride[i], w.dilation[i]);
                let (before, output) = axis(*input, k, s, d, pad);
                w.output[i] = output;
                let half = pad.is_none_or(|p| p[0].max(p[1]) <= k / 2);
                good &= (1..=7).contains(&output);
                good &= conv || half && covered(*input, k, s, d, before, output);
            }
            if good {
                return w;
            }
        }
    }

    fn options(&self, random: &mut Random, list: &mut Vec<String>, stride: [usize; 2]) {
        if self.stride != stride || random.once_in(4) {
            list.push(format!("stride = {}", self.size(self.stride)));
        }
        match self.padding {
            None => list.push("padding = same".to_owned()),
            Some([0, 0, 0, 0]) => {
                list.push(random.one(&["", "", "padding = 0", "padding = valid"]).to_owned());
            }
            Some([_, _, l, r]) if self.is_line => {
                let both = format!("padding = ({l}, {r})");
                list.push(if l == r { format!("padding = {l}") } else { both });
            }
            Some([t, b, l, r]) if t == b && l == r => {
                list.push(format!("padding = {}", pair([t, l])));
            }
            Some([t, b, l, r]) => list.push(format!("padding = ({t}, {b}, {l}, {r})")),
        }
        if self.dilation != [1, 1] {
            list.push(format!("dilation = {}", self.size(self.dilation)));
        }
    }

    /// A size of each axis, as it is written.
    fn size(&self, sizes: [usize; 2]) -> String {
        if self.is_line { sizes[1].to_string() } else { pair(sizes) }
    }

    /// The sizes of the output, after the channels.
    fn place(&self, dims: &mut [usize]) {
        match dims {
            [_, length] => *length = self.output[1],
            dims => (dims[1], dims[2]) = (self.output[0], self.output[1]),
        }
    }
}

fn pair([a, b]: [usize; 2]) -> String {
    if a == b { a.to_string() } else { format!("({a}, {b})") }
}

fn conv(random: &mut Random, dims: &mut [usize]) -> String {
    let input = dims[0];
    let windows = Windows::random(random, &dims[1..], true, true);
    let divisors: Vec<usize> = (1..=input).filter(|g| input.is_multiple_of(*g)).collect();
    let (groups, depthwise) = match random.within(0, 3) {
        0 => (input, true),
        1 => (random.one(&divisors), false),
        _ => (1, false),
    };
    let output = groups * random.within(1, (4 / groups).max(1));
    let sizes = match random.within(0, 3) {
        0 => format!("_ -> {output}"),
        1 => output.to_string(),
        _ => format!("{input} -> {output}"),
    };
    let mut list = vec![sizes, format!("kernel = {}", windows.size(windows.kernel))];
    windows.options(random, &mut list, [1, 1]);
    if depthwise {
        list.push("groups = depthwise".to_owned());
    } else if groups > 1 || random.once_in(5) {
        list.push(format!("groups = {groups}"));
    }
    list.push(random.one(&["", "", "bias = true", "bias = false"]).to_owned());
    dims[0] = output;
    windows.place(dims);
    written(&list)
}

/// Images stay as small as windows expect them.
fn transposed(random: &mut Random, dims: &mut [usize]) -> String {
    let input = dims[0];
    let divisors: Vec<usize> = (1..=input).filter(|g| input.is_multiple_of(*g)).collect();
    let groups = if random.once_in(2) { 1 } else { random.one(&divisors) };
    let output = groups * random.within(1, (4 / groups).max(1));
    let (mut kernels, mut strides, mut paddings, mut more) = ([1; 2], [1; 2], [0; 2], [0; 2]);
    for i in 0..2 {
        let size = dims[1 + i];
        loop {
            let (k, s) = (random.within(1, 3), random.within(1, 2));
            let (p, o) = (random.within(0, 1), random.within(0, s - 1));
            let whole = (size - 1) * s + k + o;
            if whole > 2 * p && whole - 2 * p <= size.max(7) {
                (kernels[i], strides[i], paddings[i], more[i]) = (k, s, p, o);
                dims[1 + i] = whole - 2 * p;
                break;
            }
        }
    }
    dims[0] = output;
    let mut list = vec![
        random.one(&[format!("_ -> {output}"), format!("{input} -> {output}")]),
        format!("kernel = {}", pair(kernels)),
    ];
    let options = [
        ("stride", strides, [1; 2]),
        ("padding", paddings, [0; 2]),
        ("output_padding", more, [0; 2]),
    ];
    for (name, sizes, default) in options {
        if sizes != default || random.once_in(4) {
            list.push(format!("{name} = {}", pair(sizes)));
        }
    }
    if groups > 1 {
        list.push(format!("groups = {groups}"));
    }
    list.push(random.one(&["", "bias = true", "bias = false"]).to_owned());
    written(&list)
}

fn pool(random: &mut Random, dims: &mut [usize], max: bool) -> String {
    let windows = Windows::random(random, &dims[1..], false, max);
    let name = random.one(&["", "", "kernel = "]);
    let mut list = vec![format!("{name}{}", windows.size(windows.kernel))];
    windows.options(random, &mut list, windows.kernel);
    if !max {
        let count = random.one(&["", "count_include_pad = true", "count_include_pad = false"]);
        list.push(count.to_owned());
    }
    windows.place(dims);
    written(&list)
}
