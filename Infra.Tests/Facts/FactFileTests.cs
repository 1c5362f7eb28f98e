using Infra.Tests.Support;

namespace Infra.Tests.Facts;

public sealed class FactFileTests
{
    private const int MaxKiB = 400;

    private static readonly string[] Expected =
    [
        "ec2-type-regions", "ec2-types", "endpoint-services", "iam-actions", "rds-classes", "rds-versions", "regions", "sql-names", "time-zones",
    ];

    public static TheoryData<string> Names => [.. Expected];

    [Fact]
    public void Files_AreEmbeddedAndSmall()
    {
        var assembly = typeof(FactFile).Assembly;
        var resources = assembly.GetManifestResourceNames().Where(name => name.StartsWith("Facts/", StringComparison.Ordinal)).ToList();

        Assert.Equal(Expected.Select(name => $"Facts/{name}.txt"), resources.Order(StringComparer.Ordinal));
        Assert.InRange(resources.Sum(name => assembly.GetManifestResourceStream(name)!.Length), 1, MaxKiB * 1024);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void File_HasSourceFormatAndDate(string name)
    {
        var file = FactFile.Read(name);

        Assert.InRange(file.Source.Length, 10, 300);
        Assert.InRange(file.Format.Length, 10, 300);
        Assert.InRange(file.Date, new DateOnly(2025, 1, 1), new DateOnly(2100, 1, 1));
        Assert.NotEmpty(file.Lines);
        Assert.DoesNotContain(file.Lines, line => line.EndsWith(' ') || line.Contains("  ", StringComparison.Ordinal) || line.Contains('\r', StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void File_IsListedInTheReadme(string name) =>
        Assert.Contains($"`{name}.txt`", File.ReadAllText(RepositoryFiles.Path("Infra", "Facts", "README.md")), StringComparison.Ordinal);

    [Fact]
    public void Actions_OfEveryService_AreValid()
    {
        var services = IamActions.Services.ToList();
        var actions = services.SelectMany(service => IamActions.Of(service)!.Select(action => $"{service}:{action}")).ToList();

        Assert.Equal((455, 21_996), (services.Count, actions.Count));
        Assert.All(actions, action => Assert.Matches("^[a-z0-9-]+:[A-Za-z0-9-]+$", action));
        Assert.Equal(actions.Count, actions.Distinct().Count());
        Assert.Equal(
            ["DescribeInstances", "GetObject", "PutObject", "StartQueryExecution"],
            ((string[])["ec2:DescribeInstances", "s3:GetObject", "s3:PutObject", "athena:StartQueryExecution"]).Where(actions.Contains).Select(action => action.Split(':')[1]));
    }

    [Fact]
    public void InstanceTypes_HaveSpecificationsAndRegions()
    {
        var types = new TypesByRegion(FactFile.Read("ec2-type-regions"));

        Assert.Equal((1263, 30), (types.Types.Count, types.Regions.Count));
        Assert.All(types.Types, type => Assert.NotNull(InstanceTypes.Find(type)));
        Assert.All(types.Types, type => Assert.Contains(types.Regions, region => types.IsIn(region, type) == true));
    }

    [Fact]
    public void DatabaseClasses_HaveRegions()
    {
        var classes = new TypesByRegion(FactFile.Read("rds-classes"));

        Assert.Equal((281, 38), (classes.Types.Count, classes.Regions.Count));
        Assert.All(classes.Types, type => Assert.Contains(classes.Regions, region => classes.IsIn(region, type) == true));
    }

    [Fact]
    public void TimeZones_HaveUtcOffsets()
    {
        Assert.Equal(597, TimeZones.Names.Count());
        Assert.All(TimeZones.Names, zone => Assert.All(TimeZones.UtcOffsetMinutes(zone), minutes => Assert.InRange(minutes, -720, 840)));
        Assert.Equal([60, 120], TimeZones.UtcOffsetMinutes("Europe/Berlin"));
        Assert.Equal([330], TimeZones.UtcOffsetMinutes("Asia/Kolkata"));
        Assert.Empty(TimeZones.UtcOffsetMinutes("Europe/Munich"));
    }

    [Fact]
    public void EndpointServices_AreUnique()
    {
        var names = EndpointNames.Names.ToList();

        Assert.Equal(names.Distinct(), names);
        Assert.All(((string[])["ecr.api", "ecr.dkr", "logs", "secretsmanager", "ssm", "ssmmessages", "ecs", "ecs-agent", "ecs-telemetry", "sts", "kms-fips"]),
            name => Assert.Contains(name, names));
    }
}
