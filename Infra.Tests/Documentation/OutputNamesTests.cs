using System.Text.RegularExpressions;
using Pulumi;

namespace Infra.Tests.Documentation;

public sealed partial class OutputNamesTests
{
    [Fact]
    public void OutputsInDocuments_AreOutputsOfTheStack()
    {
        var outputs = typeof(InfraStack).GetProperties()
            .SelectMany(property => property.GetCustomAttributes(typeof(OutputAttribute), inherit: false).Cast<OutputAttribute>())
            .Select(output => output.Name);
        var named = Document.All.SelectMany(document => Output().Matches(document.Text).Select(match => match.Groups[1].Value)).Distinct().ToList();

        Assert.Empty(named.Except(outputs));
        Assert.Equal(
            [
                "addressCommands", "clusterName", "databaseSecretArn", "databaseTunnelCommand", "execCommand", "logCommands", "redeployCommands", "repositoryUrls",
                "runCommands", "secretArns", "serviceName", "taskDefinitionArn", "url",
            ],
            named.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("pulumi stack output ([a-z][A-Za-z]+)")]
    private static partial Regex Output();
}
