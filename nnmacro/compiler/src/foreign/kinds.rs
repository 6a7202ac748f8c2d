//! Kinds of layers: how their arguments are ordered elsewhere, and what the kinds of others are here.

use super::options::Place;
use super::plain;
use crate::ops;
use Place::{
    Activation, Axis, First, In, Needless, None as Lost, One, Option as O, Out, Shape, Sizes,
};

/// The arguments of a kind: as it takes them, and in the order in which PyTorch does.
pub(super) struct Signature {
    pub(super) kind: &'static str,
    /// Its options here.
    pub(super) options: &'static [&'static str],
    /// PyTorch's order.
    pub(super) order: &'static [Place],
}

impl Signature {
    /// Whether it has such a place.
    pub(super) fn has(&self, place: Place) -> bool {
        match place {
            O(name) => self.options.contains(&name),
            Needless(_) | Lost(_) => true,
            Activation => self.has(Out),
            other => self.order.contains(&other),
        }
    }
}

const INFERRED: Place = Needless("it is inferred");
const IN_PLACE: Place = Needless("memory is shared where it can be");
const CEIL: Place = Lost("windows that do not fit are left out");

const fn plain_kind(kind: &'static str) -> Signature {
    Signature { kind, options: &[], order: &[IN_PLACE] }
}

#[rustfmt::skip]
const SIGNATURES: &[Signature] = &[
    Signature { kind: "Linear", options: &["bias"], order: &[In, Out, O("bias")] },
    Signature {
        kind: "Conv2d",
        options: &["kernel", "stride", "padding", "dilation", "groups", "bias"],
        order: &[In, Out, O("kernel"), O("stride"), O("padding"), O("dilation"), O("groups"), O("bias")],
    },
    Signature {
        kind: "MaxPool2d",
        options: &["kernel", "stride", "padding", "dilation"],
        order: &[First, O("stride"), O("padding"), O("dilation"), Needless("positions are kept where they are needed"), CEIL],
    },
    Signature {
        kind: "AvgPool2d",
        options: &["kernel", "stride", "padding", "count_include_pad"],
        order: &[First, O("stride"), O("padding"), CEIL, O("count_include_pad")],
    },
    Signature {
        kind: "ConvTranspose2d",
        options: &["kernel", "stride", "padding", "output_padding", "dilation", "groups", "bias"],
        order: &[In, Out, O("kernel"), O("stride"), O("padding"), O("output_padding"), O("groups"), O("bias"), O("dilation")],
    },
    Signature {
        kind: "Conv1d",
        options: &["kernel", "stride", "padding", "dilation", "groups", "bias"],
        order: &[In, Out, O("kernel"), O("stride"), O("padding"), O("dilation"), O("groups"), O("bias")],
    },
    Signature {
        kind: "MaxPool1d",
        options: &["kernel", "stride", "padding", "dilation"],
        order: &[First, O("stride"), O("padding"), O("dilation"), Needless("positions are kept where they are needed"), CEIL],
    },
    Signature {
        kind: "AvgPool1d",
        options: &["kernel", "stride", "padding", "count_include_pad"],
        order: &[First, O("stride"), O("padding"), CEIL, O("count_include_pad")],
    },
    Signature { kind: "AdaptiveAvgPool2d", options: &["output_size"], order: &[First] },
    Signature { kind: "GlobalAvgPool2d", options: &[], order: &[One] },
    Signature { kind: "Upsample2d", options: &["scale"], order: &[First] },
    Signature { kind: "Embedding", options: &[], order: &[In, Out] },
    Signature { kind: "Flatten", options: &[], order: &[INFERRED, INFERRED] },
    Signature { kind: "BatchNorm1d", options: &["eps", "momentum"], order: &[First, O("eps"), O("momentum")] },
    Signature { kind: "BatchNorm2d", options: &["eps", "momentum"], order: &[First, O("eps"), O("momentum")] },
    Signature { kind: "LayerNorm", options: &["axes", "eps"], order: &[Shape, O("eps")] },
    Signature { kind: "GroupNorm", options: &["eps", "affine"], order: &[First, INFERRED, O("eps"), O("affine")] },
    Signature { kind: "InstanceNorm2d", options: &["eps", "affine"], order: &[INFERRED, O("eps"), Lost("instance norms have no running statistics"), O("affine")] },
    Signature { kind: "RmsNorm", options: &["axes", "eps"], order: &[Shape, O("eps")] },
    Signature { kind: "PRelu", options: &[], order: &[First] },
    Signature { kind: "Parameter", options: &["shape", "init"], order: &[Sizes] },
    Signature { kind: "Glu", options: &["axis"], order: &[Axis] },
    Signature { kind: "Pad2d", options: &["padding", "mode"], order: &[First] },
    Signature { kind: "PixelShuffle", options: &[], order: &[First] },
    Signature { kind: "Dropout", options: &["p"], order: &[First, IN_PLACE] },
    plain_kind("Relu"),
    Signature { kind: "LeakyRelu", options: &["slope"], order: &[First, IN_PLACE] },
    Signature { kind: "Elu", options: &["alpha"], order: &[First, IN_PLACE] },
    Signature { kind: "Gelu", options: &["approximate"], order: &[O("approximate")] },
    plain_kind("Silu"),
    plain_kind("Sigmoid"),
    plain_kind("Tanh"),
    plain_kind("Softplus"),
    plain_kind("HardSwish"),
    Signature { kind: "Softmax", options: &["axis"], order: &[Axis] },
    Signature { kind: "LogSoftmax", options: &["axis"], order: &[Axis] },
    Signature { kind: "mean", options: &["axis", "axes", "keep"], order: &[Axis, O("keep")] },
    Signature { kind: "sum", options: &["axis", "axes", "keep"], order: &[Axis, O("keep")] },
    Signature { kind: "max", options: &["axis", "axes", "keep"], order: &[Axis, O("keep")] },
    Signature { kind: "concat", options: &["axis"], order: &[Axis] },
    Signature { kind: "matmul", options: &["transpose_a", "transpose_b"], order: &[] },
];

/// How a kind of this language takes its arguments.
pub(super) fn signature(kind: &str) -> Option<&'static Signature> {
    SIGNATURES.iter().find(|s| s.kind == kind)
}

/// What a kind of others is here.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Here {
    /// The same, under this name.
    Is(&'static str),
    /// The same, with its arguments in an order of its own.
    Ordered(&'static str, &'static [Place]),
    /// Nothing: why, and what to do.
    Nothing(&'static str, &'static str),
}

const KERAS_CONV: &[Place] = &[Out, O("kernel"), O("stride"), O("padding")];
const RECURRENT: Here = Here::Nothing(
    "a recurrent network is a cell of your own, and `scan`",
    "use `scan(cell, x, zeros([16]))` in `fn forward`, where `cell` is a network of a step and a state",
);
const ATTENTION: Here = Here::Nothing(
    "attention is written out in `fn forward`",
    "use `matmul(softmax(matmul(q, k, transpose_b = true), axis = 1), v)` there",
);
const MEAN: Here = Here::Nothing(
    "the mean of a sequence is a function",
    "use `mean(x, axis = 1)` in `fn forward`",
);
const SEQUENCE: Here = Here::Nothing(
    "layers of sequences are layers of images of one row",
    "use the shape `[channels, 1, length]`, and kernels of one row: `Conv2d(1 -> 8, kernel = (1, 3))`",
);
const VOLUME: Here = Here::Nothing(
    "there are no layers of volumes",
    "use the channels for the depth: `input: [channels * depth, height, width];`",
);
const TRANSPOSED: Here = Here::Nothing(
    "there is a transposed convolution of images only",
    "use `ConvTranspose2d(8 -> 4, kernel = 2, stride = 2)` with your channels",
);
const CUSTOM: Here = Here::Nothing(
    "this activation is not in the language",
    "use another, such as `Relu` or `Silu`, or an operation of your own: `act: Custom<Name>;`",
);
const NORM: Here =
    Here::Nothing("this norm is not in the language", "use `LayerNorm` or `BatchNorm2d`");
const RESHAPE: Here = Here::Nothing(
    "a new shape is given by a function",
    "use `reshape(x, [channels, height, width])` in `fn forward`",
);
const MERGE: Here = Here::Nothing(
    "values are put together in `fn forward`, not by a layer",
    "use `a + b`, `a * b` or `concat(a, b, axis = 0)` there",
);
const CHAIN: Here = Here::Nothing(
    "layers follow each other without a container",
    "give each a line of its own, or declare a network and use it: `body: Body;`, `blocks: [Block; 4];`",
);
const GLOBAL_MAX: Here = Here::Nothing(
    "the maximum of each channel is given by a function",
    "use `max(x, axes = (1, 2))` in `fn forward`",
);
const NOTHING: Here = Here::Nothing("a layer that computes nothing is not written", "leave it out");
const CHANNELS: Here =
    Here::Nothing("whole channels are not dropped", "use `Dropout(0.5)`, which drops elements");

/// Words of others as they are written: where capitals tell two libraries apart.
const WRITTEN: &[(&[&str], Here)] = &[(&["Conv2D"], Here::Ordered("Conv2d", KERAS_CONV))];

/// Words of others in small letters, without `_`.
const KINDS: &[(&[&str], Here)] = &[
    (&["dense", "timedistributeddense"], Here::Ordered("Linear", &[Out, Activation, O("bias")])),
    (&["lazylinear"], Here::Ordered("Linear", &[Out, O("bias")])),
    (&["fullyconnected", "fc", "innerproduct"], Here::Is("Linear")),
    (&["conv", "convolution", "convolution2d"], Here::Is("Conv2d")),
    (&["lazyconv2d"], Here::Ordered("Conv2d", KERAS_CONV)),
    (&["maxpool", "maxpooling", "maxpooling2d", "maxpool2"], Here::Is("MaxPool2d")),
    (&["avgpool", "averagepool", "averagepool2d", "averagepooling"], Here::Is("AvgPool2d")),
    (&["averagepooling2d", "avgpooling2d", "meanpool2d"], Here::Is("AvgPool2d")),
    (&["globalaveragepooling2d", "globalavgpool"], Here::Is("GlobalAvgPool2d")),
    (&["avgpoolglobal", "globalaveragepool", "globalaveragepool2d"], Here::Is("GlobalAvgPool2d")),
    (&["globalavgpooling2d"], Here::Is("GlobalAvgPool2d")),
    (&["adaptiveaveragepool2d", "adaptiveaveragepooling2d"], Here::Is("AdaptiveAvgPool2d")),
    (&["globalmaxpool2d", "globalmaxpooling2d", "globalmaxpool"], GLOBAL_MAX),
    (&["adaptivemaxpool2d", "maxpoolglobal"], GLOBAL_MAX),
    (&["batchnorm", "batchnormalization", "bn", "lazybatchnorm2d"], Here::Is("BatchNorm2d")),
    (&["syncbatchnorm", "spatialbatchnorm", "bn2d"], Here::Is("BatchNorm2d")),
    (&["lazybatchnorm1d", "bn1d"], Here::Is("BatchNorm1d")),
    (&["layernormalization", "layernorm1d", "ln"], Here::Is("LayerNorm")),
    (&["groupnormalization", "gn"], Here::Is("GroupNorm")),
    (&["instancenorm", "instancenormalization"], Here::Is("InstanceNorm2d")),
    (&["rmsnormalization"], Here::Is("RmsNorm")),
    (&["localresponsenorm", "weightnorm", "spectralnorm"], NORM),
    (&["dropout2d", "spatialdropout2d", "alphadropout", "droppath"], CHANNELS),
    (&["stochasticdepth", "featurealphadropout"], CHANNELS),
    (&["hswish"], Here::Is("HardSwish")),
    (&["swish"], Here::Is("Silu")),
    (&["logistic"], Here::Is("Sigmoid")),
    (&["relu2d", "rectifiedlinear"], Here::Is("Relu")),
    (&["parametricrelu"], Here::Is("PRelu")),
    (&["rrelu", "relu6", "selu", "celu", "mish", "hardsigmoid", "hardtanh"], CUSTOM),
    (&["softsign", "tanhshrink", "threshold", "geglu", "swiglu"], CUSTOM),
    (&["softshrink", "hardshrink", "logsigmoid", "thresholdedrelu", "softmin"], CUSTOM),
    (&["softmax2d"], Here::Is("Softmax")),
    (&["flatten2d"], Here::Is("Flatten")),
    (&["reshape", "view", "unflatten", "permute", "squeeze", "unsqueeze", "transpose"], RESHAPE),
    (
        &["upsample", "upsampling2d", "upsamplingnearest2d", "nearestupscale2d"],
        Here::Is("Upsample2d"),
    ),
    (&["upscale2d", "interpolate2d", "upsamplenearest2d"], Here::Is("Upsample2d")),
    (
        &["upsamplingbilinear2d", "interpolate", "resize", "resizing"],
        Here::Nothing("pixels are repeated, not interpolated", "write `Upsample2d(2)`"),
    ),
    (&["embed", "embeddings", "lookup", "lookuptable"], Here::Is("Embedding")),
    (&["identity", "noop"], NOTHING),
    (&["sequential", "modulelist", "sequentialmodule", "moduledict"], CHAIN),
    (&["convolution1d"], Here::Is("Conv1d")),
    (&["maxpooling1d"], Here::Is("MaxPool1d")),
    (&["averagepooling1d"], Here::Is("AvgPool1d")),
    (&["adaptiveavgpool1d", "globalaveragepooling1d"], MEAN),
    (&["conv3d", "maxpool3d", "avgpool3d", "batchnorm3d", "maxpooling3d"], VOLUME),
    (&["conv2dtranspose", "convtranspose", "deconv"], Here::Is("ConvTranspose2d")),
    (
        &["deconvolution", "deconv2d", "convtrans2d", "transposedconv2d"],
        Here::Is("ConvTranspose2d"),
    ),
    (
        &["depthwiseconv2d", "depthwiseconv"],
        Here::Nothing(
            "a depthwise convolution is one with as many groups as channels",
            "use `Conv2d(32 -> 32, kernel = 3, groups = depthwise)` with your channels",
        ),
    ),
    (
        &["separableconv2d", "separableconv"],
        Here::Nothing(
            "a separable convolution is two layers",
            "use `Conv2d(32 -> 32, kernel = 3, groups = depthwise)` and `Conv2d(32 -> 64, kernel = 1)`",
        ),
    ),
    (&["lstm", "gru", "rnn", "lstmcell", "grucell", "rnncell", "simplernn", "bilstm"], RECURRENT),
    (&["bidirectional", "convlstm2d"], RECURRENT),
    (&["multiheadattention", "multiheadedattention", "mha", "selfattention"], ATTENTION),
    (&["transformer", "transformerencoder"], ATTENTION),
    (&["transformerdecoder", "additiveattention"], ATTENTION),
    (
        &["input"],
        Here::Nothing("the input is an item of its own", "use `input: [channels, height, width];`"),
    ),
    (
        &["constantpad2d"],
        Here::Nothing(
            "what is put around an image are zeros",
            "use `Pad2d(1)`, or `padding = 1` of `Conv2d`",
        ),
    ),
    (&["zeropad2d", "zeropadding2d"], Here::Is("Pad2d")),
    (
        &["reflectionpad2d"],
        Here::Nothing("a reflection is a mode of `Pad2d`", "use `Pad2d(1, mode = reflect)`"),
    ),
    (
        &["replicationpad2d"],
        Here::Nothing("a repetition is a mode of `Pad2d`", "use `Pad2d(1, mode = replicate)`"),
    ),
    (&["add", "concatenate", "concat", "multiply", "subtract"], MERGE),
    (
        &["lambda", "rescaling"],
        Here::Nothing("arithmetic is written in `fn forward`", "use `x / 255.0` or the like there"),
    ),
    (
        &["activation"],
        Here::Nothing("an activation is a kind by its own name", "use `Relu`, `Gelu` or `Tanh`"),
    ),
];

/// What `word` is here, where it is not a kind as it stands.
pub(crate) fn kind_here(word: &str) -> Option<Here> {
    if ops::kind(word).is_some() {
        return None;
    }
    let written = WRITTEN.iter().find(|(words, _)| words.contains(&word));
    if let Some((_, here)) = written {
        return Some(*here);
    }
    let plain = plain(word);
    if let Some((_, here)) = KINDS.iter().find(|(words, _)| words.contains(&plain.as_str())) {
        return Some(*here);
    }
    if let Some(kind) = ops::kind_names().find(|k| super::plain(k) == plain) {
        return Some(Here::Is(kind));
    }
    // The rest of families that the language has not.
    match plain.as_str() {
        word if word.contains("transpose") => Some(TRANSPOSED),
        word if word.ends_with("1d") => Some(SEQUENCE),
        word if word.ends_with("3d") => Some(VOLUME),
        _ => None,
    }
}

/// Whether a word of others may stand without arguments: `ReLU`, but not `Embed`. What others never write so is the name of
/// a network of the user's.
pub(crate) fn stands_alone(word: &str, here: Here) -> bool {
    const WITH_ARGUMENTS: [&str; 14] = [
        "AdaptiveAvgPool2d",
        "ConvTranspose2d",
        "GroupNorm",
        "Pad2d",
        "PixelShuffle",
        "Linear",
        "Conv1d",
        "Conv2d",
        "MaxPool1d",
        "MaxPool2d",
        "AvgPool1d",
        "AvgPool2d",
        "Upsample2d",
        "Embedding",
    ];
    let is_spelling = |kind| plain(kind) == plain(word);
    match here {
        Here::Is(kind) => is_spelling(kind) || !WITH_ARGUMENTS.contains(&kind),
        Here::Ordered(kind, _) => is_spelling(kind),
        Here::Nothing(why, _) => {
            let all = [CUSTOM, GLOBAL_MAX, NOTHING];
            all.iter().any(|here| matches!(here, Here::Nothing(text, _) if *text == why))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_others_give_arguments_are_free_for_networks() {
        let alone = |word| stands_alone(word, kind_here(word).expect("a word of others"));
        for word in ["ReLU", "PReLU", "Identity", "BatchNormalization", "Conv2D", "Mish"] {
            assert!(alone(word), "{word}");
        }
        for word in ["Embed", "Dense", "Conv", "LSTM", "Transformer", "Resize", "Add", "Upsample"] {
            assert!(!alone(word), "{word}");
        }
    }

    #[test]
    fn every_kind_has_a_signature() {
        for kind in ops::kind_names() {
            assert!(signature(kind).is_some(), "{kind}");
        }
        for (_, here) in KINDS.iter().chain(WRITTEN) {
            if let Here::Is(kind) | Here::Ordered(kind, _) = here {
                assert!(ops::kind(kind).is_some(), "{kind}");
            }
        }
    }

    #[test]
    fn a_word_stands_in_one_row() {
        let mut seen = std::collections::HashSet::new();
        for word in KINDS.iter().flat_map(|(words, _)| words.iter()) {
            assert!(seen.insert(*word), "{word}");
            assert_eq!(plain(word), *word);
        }
    }

    #[test]
    fn capitals_underscores_and_suffixes_do_not_matter() {
        let is = |word| match kind_here(word) {
            Some(Here::Is(kind) | Here::Ordered(kind, _)) => kind,
            _ => "",
        };
        for word in ["ReLU", "RELU", "relu", "ReluLayer"] {
            assert_eq!(is(word), "Relu", "{word}");
        }
        assert_eq!(is("Conv2dConfig"), "Conv2d");
        assert_eq!(is("batch_norm2d"), "BatchNorm2d");
        assert!(kind_here("Linear").is_none() && kind_here("Backbone").is_none());
    }
}
