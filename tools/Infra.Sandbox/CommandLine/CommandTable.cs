using System.CommandLine;
using Infra.Sandbox.Deployments.Commands;

namespace Infra.Sandbox.CommandLine;

/// <summary>All commands of the sandbox.</summary>
internal sealed class CommandTable(DeploymentContext context)
{
    public static readonly Option<bool> Verbose = new("--verbose") { Description = "Print the stack trace of an unexpected error", Recursive = true };

    public RootCommand Root()
    {
        var editing = new EditingCommands(context);
        var reviewing = new ReviewingCommands(context);
        var deployment = new DeploymentCommands(context);
        var account = new AccountCommands(context);
        return new RootCommand("Previews and deploys stacks without a Pulumi or AWS account")
        {
            Verbose,
            editing.Preview(), editing.New(), editing.Schema(),
            reviewing.Diff(), reviewing.Check(), reviewing.Cost(), reviewing.Prices(), reviewing.Diagram(), reviewing.Review(),
            deployment.Validate(), deployment.Plan(), deployment.Up(), deployment.Destroy(), deployment.Terraform(),
            account.Verify(), account.Permissions(), account.Benchmark(),
        };
    }
}
