using System.Text.RegularExpressions;
using Infra.Sandbox.Permissions.Policies;
using Infra.Tests.Support;

namespace Infra.Sandbox.Tests.Permissions.Policies;

/// <summary>The deploy role can create and delete every type that stacks can have.</summary>
public sealed partial class TypeActionTests
{
    private const string None = "-";

    // In the local package, but no part creates it.
    private const string Unused = "aws:kms/key:Key";

    // Created by the component of awsx.
    private static readonly string[] OfVpc = ["aws:ec2/eip:Eip", "aws:ec2/internetGateway:InternetGateway", "aws:ec2/natGateway:NatGateway", "aws:ec2/vpc:Vpc"];

    private static readonly IReadOnlyDictionary<string, string[]> ByType =
        File.ReadLines(RepositoryFiles.Path("tools", "Infra.Sandbox.Tests", "Permissions", "type-actions.txt"))
            .Select(line => line.Split(" | "))
            .ToDictionary(columns => columns[0], columns => columns[1..]);

    [Fact]
    public void Types_AreAllThatThePackageHas() => Assert.Equal(
        File.ReadLines(RepositoryFiles.Path("tools", "sdk", "Pulumi.Aws", "types.txt"))
            .Select(line => line.Split(' ')[0])
            .Where(token => ResourceToken().IsMatch(token))
            .Except([Unused])
            .Concat(OfVpc)
            .Order(StringComparer.Ordinal),
        ByType.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Types_CanBeCreatedAndDeleted() => Assert.Equal([], ByType.Values.SelectMany(actions => actions).Except([None]).Except(Statement.NeededActions()));

    [Fact]
    public void TypesWithoutDeletion_AreThese() => Assert.Equal(
        ["aws:acm/certificateValidation:CertificateValidation", "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "aws:ecs/taskDefinition:TaskDefinition"],
        ByType.Where(type => type.Value[1] == None).Select(type => type.Key));

    // Nested types begin with a capital letter.
    [GeneratedRegex("^aws:[a-z0-9]+/[a-z][A-Za-z0-9]*:[A-Z]")]
    private static partial Regex ResourceToken();
}
