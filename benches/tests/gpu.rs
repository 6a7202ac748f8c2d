//! The program `gpu` without a GPU: its functions on the driver in software, itself on the CPU, and what it says where
//! there is no driver.

use std::process::Command;

use benches::SmallConvNet;
use benches::gpu::{Gpu, Options, check, run};
use nncuda::{CudaOptions, Precision};

#[test]
fn all_runs_on_the_driver_in_software() {
    assert!(nncuda_driver::install(nncuda_soft::resolve));
    let gpu = Gpu::open(CudaOptions::default()).unwrap();
    let options = Options { rounds: 1, seconds: 0.0, is_quick: true, program: None };
    let mut said = Vec::new();
    let report = run(&gpu, &options, |what| said.push(what.to_owned()));
    let report = report.unwrap_or_else(|e| panic!("{e}\n{:?}", nncuda_soft::last_fault()));
    assert_eq!(said.len(), 4, "{said:?}");
    println!("{report}");
    let names: Vec<&str> = report.figures.iter().map(|figure| figure.name.as_str()).collect();
    assert_eq!(names[..3], ["convnet_train", "convnet_train_queued", "convnet_train_many"]);
    assert_eq!(names[3..6], ["convnet_infer_one", "convnet_infer", "convnet_copy"]);
    assert_eq!(names[6..], ["mlp_train", "mlp_train_queued", "gemm"]);
    assert_eq!(report.figures[0].work, report.figures[1].work, "a step is a step");
    for figure in &report.figures {
        assert!(figure.device.is_some(), "{}", figure.name);
        // A copy has no kernels.
        assert_eq!(figure.floor.is_some(), figure.name != "convnet_copy", "{}", figure.name);
    }
    let gemm = report.figures.last().unwrap();
    assert_eq!(gemm.work.flops, Some(2.0 * 64.0 * 64.0 * 64.0));
    assert_eq!(gemm.work.bytes, Some(4.0 * 3.0 * 64.0 * 64.0));
    // Forward and weights of both convolutions and layers, gradients of all inputs but the first.
    let (conv1, conv2, fc1, fc2) = (27 * 8 * 64, 72 * 16 * 16, 64 * 32, 32 * 10);
    let macs = 2 * (2 * conv1 + 3 * (conv2 + fc1 + fc2));
    assert_eq!(report.figures[0].work.flops, Some(f64::from(2 * macs)));
    let kernels = &report.kernels;
    let update = kernels.iter().find(|kernel| kernel.name == "update").unwrap();
    // Parameters, gradients and both moments; the padding between tensors is updated as well.
    let least = 28.0 * SmallConvNet::PARAMETERS as f64;
    let bytes = update.work.bytes.unwrap();
    assert!(update.calls == 1.0 && bytes >= least && bytes < least + 28.0 * 128.0, "{bytes}");
    assert!((kernels.iter().map(|kernel| kernel.share).sum::<f64>() - 1.0).abs() < 1e-9);
    assert!(report.json().contains("\"name\": \"conv2d_grad_weight\""));
}

#[test]
fn operands_of_tensor_cores_are_near_enough() {
    assert!(nncuda_driver::install(nncuda_soft::resolve));
    let error = |precision| {
        let gpu = Gpu::open(CudaOptions { index: 0, precision }).unwrap();
        let checks = check::<SmallConvNet, _>(&gpu, 2, 3).unwrap_or_else(|e| panic!("{e}"));
        println!("{checks:?}");
        checks.gradient
    };
    let [tf32, bf16] = [Precision::Tf32, Precision::Bf16].map(error);
    assert!(1e-6 < tf32 && tf32 < bf16, "{tf32} {bf16}");
}

fn program(arguments: &[&str]) -> (Option<i32>, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_gpu"))
        .args(arguments)
        .env("NNCUDA_DRIVER", "/nowhere/libcuda.so.1")
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

#[test]
fn without_a_driver_it_says_so() {
    for arguments in [&[][..], &["--first-step"]] {
        let (code, out, error) = program(arguments);
        assert_eq!(code, Some(2), "{error}");
        assert_eq!(out, "");
        assert!(error.starts_with("no NVIDIA driver: /nowhere/libcuda.so.1: "), "{error}");
    }
    for wrong in [&["--device", "first"], &["--precision", "f16"]] {
        assert_eq!(program(wrong).0, Some(2));
    }
    let (code, _, error) = program(&["--device", "cpu", "--precision", "tf32"]);
    assert_eq!((code, error.as_str()), (Some(2), "the CPU has no tf32\n"));
}

#[test]
fn on_the_cpu_it_runs_to_its_end() {
    let file = std::env::temp_dir().join(format!("gpu-{}.json", std::process::id()));
    let path = file.to_str().unwrap();
    let (code, out, error) =
        program(&["--device", "cpu", "--quick", "--rounds", "1", "--json", path]);
    assert_eq!(code, Some(0), "{error}");
    assert!(out.starts_with("device: the CPU\npeaks: f32 unknown, memory unknown\n"), "{out}");
    assert!(out.contains("| of which opening the device | "), "{out}");
    let json = std::fs::read_to_string(&file).unwrap();
    std::fs::remove_file(&file).unwrap();
    assert!(json.contains("\"name\": \"start_warm\""), "{json}");
}
