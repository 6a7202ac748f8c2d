//! The GPU computes every operation as the portable kernels do: by its own kernels, and by the portable ones on the host.

mod common;

mod kernels {
    nnconformance::conformance!(super::common::cuda());
}

mod on_host {
    nnconformance::conformance!(on_host: super::common::cuda());
}
