using Infra.LoadBalancing;
using Infra.Sandbox.Deployments.Commands;
using Infra.Sandbox.Deployments.Messages;
using Infra.Sandbox.Deployments.Processes;
using Infra.Sandbox.Deployments.Runs;
using Infra.Sandbox.Graph;
using Infra.Sandbox.Terraform;
using Infra.Sandbox.Tests.Deployments.Support;

namespace Infra.Sandbox.Tests.Deployments.Cycle;

/// <summary>The configuration is checked so closely that no stack file gets this far; so this is a graph made by hand.</summary>
[Collection(DeploymentTurns.Name)]
public sealed class RefusalTests : IDisposable
{
    private static readonly ResourceKey Stack = new("pulumi:pulumi:Stack", "app-dev");
    private static readonly ResourceKey Account = new("aws:index/getCallerIdentity:getCallerIdentity", "current");
    private static readonly ResourceKey LoadBalancer = new("aws:lb/loadBalancer:LoadBalancer", "shop-lb");
    private static readonly ResourceKey Listener = new("aws:lb/listener:Listener", "shop-lb-http");

    private readonly SandboxProject _project = new();

    public void Dispose() => _project.Dispose();

    [SkippableFact]
    public async Task WhatTheProviderRefuses_IsToldWithTheProperty()
    {
        var said = new Said(_project.Directory);
        var context = new DeploymentContext(said.Terminal, ToolFinder.OfProcess(), SchemaCache.OfUser());

        await ValidateAsync(Graph("HTTP_999"), context);

        Assert.StartsWith("error: aws:lb/listener:Listener::shop-lb-http: defaultActions[0].redirect.statusCode: expected ", said.Error);
        Assert.EndsWith("got HTTP_999", said.Error);
    }

    private async Task ValidateAsync(ResourceGraph graph, DeploymentContext context)
    {
        try
        {
            var request = new StackRequest { Stack = "dev" };
            using var workshop = await StackWorkshop.OpenAsync(request, context, _project.Directory, CancellationToken.None);
            var (_, schema) = await workshop.PrepareProviderAsync(CancellationToken.None);
            var program = TerraformTranslator.Translate(graph, schema, new TerraformTarget("eu-central-1"));
            var narrator = new RunNarrator(context.Terminal, program.Sources, CancellationToken.None);
            Assert.Equal(1, (await workshop.Terraform.TestAsync(program, narrator.Take, CancellationToken.None)).ExitCode);
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
