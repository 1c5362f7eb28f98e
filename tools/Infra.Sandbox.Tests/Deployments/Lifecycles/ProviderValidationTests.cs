using Infra.Sandbox.Deployments.Commands;
using Infra.Sandbox.Deployments.Messages;
using Infra.Sandbox.Deployments.Processes;
using Infra.Sandbox.Deployments.Runs;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Terraform;
using Infra.Sandbox.Tests.Deployments.Support;

namespace Infra.Sandbox.Tests.Deployments.Lifecycles;

/// <summary>Configuration rules reject such values in a stack file, so the graph is built by hand.</summary>
public sealed class ProviderValidationTests : IDisposable
{
    private static readonly ResourceKey Stack = new("pulumi:pulumi:Stack", "app-dev");
    private static readonly ResourceKey Account = new("aws:index/getCallerIdentity:getCallerIdentity", "current");
    private static readonly ResourceKey LoadBalancer = new("aws:lb/loadBalancer:LoadBalancer", "shop-lb");
    private static readonly ResourceKey Listener = new("aws:lb/listener:Listener", "shop-lb-http");

    private readonly SandboxProject _project = new();

    public void Dispose() => _project.Dispose();

    [SkippableFact]
    public async Task InvalidValue_IsReportedWithItsProperty()
    {
        var said = new RecordedTerminal(_project.Directory);
        var context = new DeploymentContext(said.Terminal, ToolFinder.ForProcess(), SchemaCache.ForUser());

        await ValidateAsync(Graph("HTTP_999"), context);

        Assert.StartsWith("error: aws:lb/listener:Listener::shop-lb-http: defaultActions[0].redirect.statusCode: expected ", said.Error);
        Assert.EndsWith("got HTTP_999", said.Error);
    }

    private async Task ValidateAsync(ResourceGraph graph, DeploymentContext context)
    {
        try
        {
            var request = new StackRequest { Stack = "dev" };
            using var workspace = await TerraformWorkspace.OpenAsync(request, context, _project.Directory, CancellationToken.None);
            var (_, schema) = await workspace.PrepareProviderAsync(CancellationToken.None);
            var program = TerraformTranslator.Translate(graph, schema, new TerraformTarget("eu-central-1"));
            var progress = new RunProgress(context.Terminal, program.Sources, CancellationToken.None);
            Assert.Equal(1, (await workspace.Terraform.TestAsync(program, progress.Add, CancellationToken.None)).ExitCode);
        }
        catch (MissingToolException missing)
        {
            Skip.If(true, missing.Message);
        }
    }

    private static ResourceGraph Graph(string statusCode) => new()
    {
        Project = "app",
        Stack = "dev",
        Lookups = [new ProviderLookup(Account, PropertyValue.Map.Empty)],
        Outputs = PropertyValue.Map.Empty,
        Resources =
        [
            new ResourceNode { Key = Stack, Parent = null, IsComponent = true },
            new ResourceNode
            {
                Key = LoadBalancer,
                Parent = Stack,
                Inputs = Map(("subnets", new PropertyValue.List(["subnet-1"])), ("tags", Map(("account", new Symbol(Account, "accountId"))))),
            },
            new ResourceNode
            {
                Key = Listener,
                Parent = Stack,
                Inputs = Map(
                    ("loadBalancerArn", new Symbol(LoadBalancer, "arn")),
                    ("port", 80),
                    ("defaultActions", new PropertyValue.List([Map(("type", "redirect"), ("redirect", Map(("statusCode", statusCode))))]))),
            },
        ],
    };

    private static PropertyValue.Map Map(params (string Key, PropertyValue Value)[] entries) =>
        PropertyValue.Map.Of(entries.Select(entry => KeyValuePair.Create(entry.Key, entry.Value)));
}
