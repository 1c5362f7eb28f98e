using System.Text.Json.Nodes;
using System.Xml.Linq;
using Infra.Sandbox.Tests.Deployments.Support;

namespace Infra.Sandbox.Tests.Deployments.Lifecycles;

/// <summary>The lifecycle of the prod stack.</summary>
public sealed class ProdLifecycle() : StackLifecycle("prod")
{
    internal XElement Database { get; private set; } = null!;

    internal XElement Parameters { get; private set; } = null!;

    internal JsonNode TaskDefinition { get; private set; } = null!;

    private protected override async Task InspectAsync(EmulatorProbe probe)
    {
        const string Rds = "2014-10-31";
        Database = (await probe.QueryAsync("rds", Rds, "DescribeDBInstances")).Descendants("DBInstance").Single();
        Parameters = await probe.QueryAsync(
            "rds", Rds, "DescribeDBParameters", ("DBParameterGroupName", Database.Value("DBParameterGroupName")));
        TaskDefinition = await probe.TaskDefinitionAsync("dekart-prod");
    }
}
