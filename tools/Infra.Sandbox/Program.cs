using System.Runtime;
using Infra.Sandbox;

// From the second run on, a background thread compiles the program ahead of time, which saves a third of the run time.
if (args is ["preview" or "diff" or "diagram" or "check" or "cost", ..])
{
    ProfileOptimization.SetProfileRoot(AppContext.BaseDirectory);
    ProfileOptimization.StartProfile($"{args[0]}.profile");
}

// Returned in any case, because the SDK sets its own exit code when a program fails.
return await SandboxCommands.RunAsync(args, Terminal.ForProcess());
