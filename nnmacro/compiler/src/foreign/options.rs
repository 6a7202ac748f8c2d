//! Options of layers and functions: what others call them, and where they belong here.

/// Where an argument belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// Ahead of the arrow.
    In,
    /// After the arrow.
    Out,
    /// The first argument, without a name.
    First,
    /// The same, of sizes: a list stays one.
    Sizes,
    /// An option.
    Option(&'static str),
    /// An option that is the number of an axis: it does not count the batch.
    Axis,
    /// The sizes that a norm covers: here their number.
    Shape,
    /// The output of an adaptive pool: 1.
    One,
    /// An activation: a layer of its own.
    Activation,
    /// Not written: nothing changes without it.
    Needless(&'static str),
    /// There is no equal.
    None(&'static str),
}

use Place::{Activation, Axis, First, In, Needless, None, One, Out, Shape};

const INFERRED: Place = Needless("it is inferred");
const INITIAL: Place = None("initial values are given by `Model::with_initializer`");
const PENALTY: Place = None("weight decay is an option of the optimizer");
const ZEROS: Place = None("padding is always with zeros");

/// Names, and the places that they may mean: the first that a layer has.
const OPTIONS: &[(&[&str], &[Place])] = &[
    (
        &[
            "in",
            "fan_in",
            "nin",
            "dim_in",
            "num_inputs",
            "in_channels",
            "in_features",
            "num_embeddings",
            "in_dim",
            "d_input",
            "n_in",
            "input_size",
        ],
        &[In, INFERRED],
    ),
    (&["n_embedding", "vocab_size", "input_dim", "in_size", "n_features"], &[In, INFERRED]),
    (
        &["inputs", "inp", "cin", "in_ch", "in_c", "input_channels", "input_features"],
        &[In, INFERRED],
    ),
    (
        &[
            "out",
            "fan_out",
            "nout",
            "dim_out",
            "num_outputs",
            "out_channels",
            "out_features",
            "units",
            "filters",
            "output_dim",
            "embedding_dim",
        ],
        &[Out, INFERRED],
    ),
    (&["out_dim", "d_output", "d_model", "n_out", "output_size"], &[Out, One, INFERRED]),
    (&["out_size", "outputs", "cout", "out_ch", "out_c", "output_channels"], &[Out, INFERRED]),
    (
        &["output_features", "features", "hidden_size", "num_filters", "neurons", "nodes"],
        &[Out, First, INFERRED],
    ),
    (&["num_features", "channels", "num_channels"], &[First, INFERRED]),
    (&["normalized_shape"], &[Shape]),
    (
        &[
            "kernel_size",
            "pool_size",
            "window",
            "window_shape",
            "window_size",
            "ksize",
            "filter_size",
        ],
        &[First, Place::Option("kernel")],
    ),
    (&["k", "size", "kernel_shape", "kernel_dim"], &[Place::Option("kernel"), First]),
    (&["pad", "paddings", "padding_size", "pads"], &[Place::Option("padding")]),
    (&["strides", "step", "stride_size", "s"], &[Place::Option("stride")]),
    (&["dilation_rate", "dilations"], &[Place::Option("dilation")]),
    (
        &["feature_group_count", "n_groups", "num_groups", "group", "groups_count"],
        &[Place::Option("groups")],
    ),
    (&["use_bias", "with_bias", "has_bias", "bias_attr"], &[Place::Option("bias")]),
    (&["epsilon", "variance_epsilon", "layer_norm_eps"], &[Place::Option("eps")]),
    (
        &[
            "rate",
            "prob",
            "probability",
            "dropout_prob",
            "drop_prob",
            "dropout_rate",
            "dropout",
            "p",
        ],
        &[First],
    ),
    (
        &["negative_slope", "alpha", "slope", "negativeslope", "leak"],
        &[First, Place::Option("slope"), Place::Option("alpha")],
    ),
    (&["beta"], &[Place::Option("delta"), None("it is 1")]),
    (&["scale_factor", "scale", "scales", "factor", "size"], &[First, Out]),
    (&["dim", "dims", "axis", "axes", "normalized_axis"], &[Axis, INFERRED]),
    (&["keepdim", "keepdims", "keep_dims", "keep_dim"], &[Place::Option("keep")]),
    (&["start_dim", "end_dim"], &[Needless("all axes of a sample become one")]),
    (&["activation", "act", "nonlinearity", "activation_fn"], &[Activation]),
    (&["inplace", "in_place"], &[Needless("memory is shared where it can be")]),
    (
        &["device", "dev", "vb", "vs", "root", "store", "cuda"],
        &[Needless("the device is given to `Model::init`")],
    ),
    (&["key", "rngs", "generator"], &[Needless("`Model::init` takes a seed")]),
    (&["dtype", "data_type"], &[Needless("the element type is the device's")]),
    (&["name"], &[Needless("the name stands before the `:`")]),
    (&["training", "train", "deterministic"], &[Needless("training and inference are told apart")]),
    (&["trainable", "requires_grad", "stop_gradient"], &[None("a layer is frozen by `#[frozen]`")]),
    (
        &["input_shape", "batch_input_shape", "input_length", "batch_size"],
        &[Needless("the shape stands in `input: […];`")],
    ),
    (&["data_format", "data_layout"], &[None("images are [channels, height, width]")]),
    (&["padding_mode", "fill_value", "padding_value"], &[ZEROS]),
    (&["ceil_mode"], &[None("windows that do not fit are left out")]),
    (&["return_indices"], &[Needless("positions are kept where they are needed")]),
    (&["divisor_override"], &[None("the mean is over the window")]),
    (&["count_include_pad"], &[None("it is an option of `AvgPool2d`")]),
    (
        &["affine", "elementwise_affine", "center", "use_scale", "create_scale"],
        &[None("a norm always scales and shifts")],
    ),
    (&["track_running_stats"], &[None("running statistics are always kept")]),
    (&["padding_idx", "mask_zero", "max_norm"], &[None("every row is trained alike")]),
    (&["mode", "interpolation", "align_corners"], &[None("pixels are repeated")]),
    (&["noise_shape", "seed", "rng"], &[None("each element is drawn by the trainer's seed")]),
    (
        &[
            "kernel_initializer",
            "bias_initializer",
            "initializer",
            "kernel_init",
            "bias_init",
            "weight_init",
            "weights",
            "embeddings_initializer",
            "gamma_initializer",
            "beta_initializer",
        ],
        &[INITIAL],
    ),
    (
        &[
            "kernel_regularizer",
            "bias_regularizer",
            "activity_regularizer",
            "embeddings_regularizer",
            "weight_decay",
        ],
        &[PENALTY],
    ),
    (&["kernel_constraint", "bias_constraint"], &[None("weights are not constrained")]),
    (&["reduction", "size_average", "reduce"], &[None("the loss is the mean of the batch")]),
    (&["from_logits"], &[Needless("the loss always takes logits")]),
    (
        &["weight", "class_weights"],
        &[None("`CrossEntropy::new().weighted([…])` goes to the trainer")],
    ),
];

/// The places that an option called `name` may have, the likeliest first.
pub(super) fn places(name: &str) -> impl Iterator<Item = Place> + '_ {
    let rows = OPTIONS.iter().filter(move |(names, _)| names.contains(&name));
    rows.flat_map(|(_, places)| places.iter().copied())
}
