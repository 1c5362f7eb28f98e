using Infra.Sandbox;

// Returned in any case, because the SDK sets an exit code of its own when a program fails.
return await SandboxCommands.RunAsync(args, Terminal.OfProcess());
