//! Modules and kernels.

mod common;

use common::{KERNELS, buffer, device, stream, values};
use nncuda::{Arg, CudaError, Function, Grid, Module};

fn function(name: &str) -> Function {
    Module::load(&device(), KERNELS).unwrap().function(name).unwrap()
}

#[test]
fn a_kernel_runs_with_its_arguments() {
    let (_, stream) = stream();
    let saxpy = function("saxpy");
    assert_eq!((saxpy.name(), format!("{saxpy:?}").as_str()), ("saxpy", "Function(saxpy)"));
    assert!(saxpy.registers().unwrap() > 0);
    for n in [1u32, 31, 128, 300] {
        let x: Vec<f32> = (0..n).map(|i| i as f32).collect();
        let (on_device, y) = (buffer(&stream, &x), buffer(&stream, &vec![1.0; n as usize + 1]));
        let arguments = [Arg::U32(n), Arg::F32(2.5), on_device.arg(0), y.arg(1)];
        // SAFETY: these are the parameters of the kernel, which stays within `n` elements of both.
        unsafe { saxpy.launch(&stream, Grid::line(n.div_ceil(128), 128), &arguments).unwrap() };
        let found = values(&stream, &y);
        assert_eq!(found[0], 1.0);
        for (x, y) in x.iter().zip(&found[1..]) {
            assert_eq!(*y, 2.5 * x + 1.0);
        }
    }
}

#[test]
fn shared_memory_beyond_48_kib_is_allowed_first() {
    let (device, stream) = stream();
    let most = device.info().shared_memory as u32;
    let fill = function("fill");
    fill.allow_shared(most).unwrap();
    let y = buffer(&stream, &[0.0; 40]);
    let last = most as i32 / 4 - 1;
    let arguments = [Arg::U32(40), Arg::I32(last), Arg::F32(-3.0), y.arg(0)];
    // SAFETY: these are the parameters of the kernel, which stays within 40 elements and the shared memory.
    unsafe { fill.launch(&stream, Grid::line(1, 64).with_shared(most), &arguments).unwrap() };
    assert_eq!(values(&stream, &y), [-3.0; 40]);

    let error = fill.allow_shared(most + 1).unwrap_err();
    assert!(matches!(&error, CudaError::Launch { kernel, code: 1, .. } if kernel == "fill"));
    assert!(error.to_string().contains(&format!("of which the device has {most}")), "{error}");
}

#[test]
fn a_text_is_loaded_once() {
    let device = device();
    let first = Module::load(&device, KERNELS).unwrap();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| assert_eq!(Module::load(&device, KERNELS).unwrap(), first));
        }
    });
    let other = KERNELS.replace("saxpy", "axpys");
    let other = Module::load(&device, &other).unwrap();
    assert_ne!(other, first);
    assert!(other.function("axpys").is_ok());
}

#[test]
fn a_text_that_the_driver_refuses_is_told_with_its_line() {
    let text = ".version 6.4\n.target sm_70\n.address_size 64\n.visible .entry k()\n{\n    frob.f32 %f1;\n    ret;\n}\n";
    let error = Module::load(&device(), text).unwrap_err();
    let CudaError::Module { log } = &error else { panic!("{error}") };
    assert!(log.starts_with("CUDA_ERROR_INVALID_PTX (218)\n"), "{log}");
    assert!(log.contains("\n    6 |     frob.f32 %f1;"), "{log}");
    assert!(error.to_string().starts_with("the driver refused a module: "), "{error}");
    let error = Module::load(&device(), "a\0b").unwrap_err();
    assert!(error.to_string().ends_with("zero byte"));
}

#[test]
fn a_kernel_that_is_not_there_is_an_error() {
    let module = Module::load(&device(), KERNELS).unwrap();
    for name in ["nothing", "", "a\0b"] {
        let error = module.function(name).unwrap_err();
        assert!(matches!(&error, CudaError::Launch { code: 500, .. }), "{error}");
        assert!(error.to_string().contains("the module has no such kernel"), "{error}");
    }
}

#[test]
fn a_launch_that_the_device_does_not_take_is_an_error() {
    let (_, stream) = stream();
    let saxpy = function("saxpy");
    let y = buffer(&stream, &[0.0]);
    let arguments = [Arg::U32(0), Arg::F32(0.0), y.arg(0), y.arg(0)];
    for grid in [Grid::line(1, 2048), Grid::line(0, 1), Grid::line(1, 1).with_shared(49 << 10)] {
        // SAFETY: these are the parameters of the kernel, which does nothing.
        let error = unsafe { saxpy.launch(&stream, grid, &arguments).unwrap_err() };
        assert!(matches!(&error, CudaError::Launch { code: 1, .. }), "{error}");
        let text = error.to_string();
        assert!(
            text.starts_with("kernel `saxpy` failed: CUDA_ERROR_INVALID_VALUE (1) for "),
            "{text}"
        );
        assert!(text.contains(&grid.to_string()), "{text}");
    }
    // SAFETY: it is refused before the driver.
    let error = unsafe { saxpy.launch(&stream, Grid::line(1, 1), &[Arg::U32(0); 65]).unwrap_err() };
    assert!(error.to_string().contains("the arguments are not its parameters"), "{error}");
    stream.synchronize().unwrap();
}

#[test]
fn arguments_are_compared_with_the_parameters_where_the_driver_tells_them() {
    let (device, stream) = stream();
    if nncuda_driver::function(c"cuFuncGetParamInfo").is_null() {
        return;
    }
    drop(device);
    let saxpy = function("saxpy");
    for arguments in [&[Arg::U32(0); 3][..], &[Arg::U32(0); 4], &[Arg::U64(0); 5]] {
        // SAFETY: it is refused before the driver.
        let error = unsafe { saxpy.launch(&stream, Grid::line(1, 1), arguments).unwrap_err() };
        assert!(error.to_string().contains("expected: 4 of [4, 4, 8, 8] bytes"), "{error}");
    }
}
