namespace Infra.Tests.Stack;

public sealed class ResourceNamesTests
{
    // Pulumi takes these and up to 100 of them. https://www.pulumi.com/docs/iac/concepts/stacks/
    private const string StackCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-";

    [Theory]
    [InlineData("shop", "dev", "shop-dev")]
    [InlineData("shop-eu", "dev", "shop-eu-dev")]
    [InlineData("shop", "eu-dev", "shop-eu-dev-e89bc657")]
    [InlineData("shop", "Dev", "shop-dev-979ee357")]
    [InlineData("shop", "DEV", "shop-dev-e1b2bc5e")]
    [InlineData("shop", "feature_X.2", "shop-feature-x-2-5114ed5e")]
    [InlineData("shop", "a--b", "shop-a-b-222b6826")]
    [InlineData("shop", "-dev-", "shop-dev-9d07aa7f")]
    [InlineData("shop", "...", "shop-ce43cba4")]
    [InlineData("shop", "0a1b2c3d", "shop-0a1b2c3d-d50eb4ec")]
    [InlineData("shop", "a123456789b123456789c123456789", "shop-a123456789b123456789c123456789")]
    [InlineData("shop", "a123456789b123456789c123456789d", "shop-a123456789b123456789c-6da51e74")]
    [InlineData("shop", "feature-customer-billing-overhaul-1", "shop-feature-customer-bill-c0979290")]
    [InlineData("shop", "feature-customer-billing-overhaul-2", "shop-feature-customer-bill-70eb737c")]
    public void Deployment_OfAStack_IsThisName(string application, string stack, string expected) =>
        Assert.Equal(expected, new ResourceNames(application, stack).Deployment);

    // Every application and stack of up to five characters out of those that could make them alike.
    [Fact]
    public void Deployment_OfEveryShortPair_IsOfNoOther()
    {
        var stacks = Texts("aA0-_.", 5).Where(stack => stack.Length > 0).ToList();
        var applications = Texts("a0-", 5).Where(name => name.Length > 0 && char.IsAsciiLetterLower(name[0]) && !name.EndsWith('-') && !name.Contains("--", StringComparison.Ordinal)).ToList();

        var names = applications.SelectMany(application => stacks.Select(stack => new ResourceNames(application, stack).Deployment)).ToList();

        Assert.Equal(69 * 9330, names.Count);
        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(names.Index().Where(name => name.Index % 97 == 0), name => Assert.Matches("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", name.Item));
    }

    [Fact]
    public void Deployment_OfRandomPairs_IsOfNoOtherAndShortEnoughForADatabase()
    {
        var random = new Random(20_261_126);
        var pairs = Enumerable.Range(0, 20_000).Select(_ => (Application: RandomApplication(random), Stack: RandomStack(random))).Distinct().ToList();

        var names = pairs.ConvertAll(pair => new ResourceNames(pair.Application, pair.Stack).Deployment);

        Assert.InRange(pairs.Count, 19_000, 20_000);
        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        // 63 characters for a database, of which nine are a dash and its random end.
        Assert.All(names, name => Assert.InRange(name.Length, 3, 54));
        Assert.All(names, name => Assert.Matches("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", name));
    }

    [Theory]
    [InlineData("shop", "dev", "service-x", "shop-dev", "service", "x")]
    [InlineData("shop", "dev", "x", "shop-dev-service", "x", null)]
    public void NamesInsideADeployment_OfTwoStacks_NeverMeet(string application, string stack, string key, string other, string otherStack, string? otherKey)
    {
        var (names, others) = (new ResourceNames(application, stack), new ResourceNames(other, otherStack));

        Assert.NotEqual(names.OfService(key).Family, others.OfService(otherKey).Family);
        Assert.NotEqual(names.OfService(key).LogGroup, others.OfService(otherKey).LogGroup);
        Assert.NotEqual(
            names.Alarm($"{names.OfService(key).Logical}-alarms-tasks-cpu"), others.Alarm($"{others.OfService(otherKey).Logical}-alarms-tasks-cpu"));
        Assert.NotEqual(names.CapacityProvider(key), others.CapacityProvider(otherKey ?? "x"));
        Assert.NotEqual(names.Repository(key), others.Repository(otherKey ?? "x"));
    }

    [Fact]
    public void PhysicalNames_CarryTheStackAndTheServiceDoesNot()
    {
        var names = new ResourceNames("shop", "dev");

        Assert.Equal(
            new TaskNames { Logical = "shop", InCluster = "shop", Family = "shop-dev", MigrationFamily = "shop-dev_migration", LogGroup = "/ecs/shop-dev" },
            names.OfService());
        Assert.Equal(
            new TaskNames
            {
                Logical = "shop-service-api",
                InCluster = "shop-api",
                Family = "shop-dev_service-api",
                MigrationFamily = "shop-dev_migration-api",
                LogGroup = "/ecs/shop-dev/service-api",
            },
            names.OfService("api"));
        Assert.Equal(
            new TaskNames
            {
                Logical = "shop-job-report",
                InCluster = "shop-job-report",
                Family = "shop-dev_job-report",
                LogGroup = "/ecs/shop-dev/job-report",
            },
            names.OfJob("report"));
        Assert.Equal("/vpc/shop-dev", names.FlowLogGroup);
        Assert.Equal("ec2-shop-dev_big", names.CapacityProvider("big"));
        Assert.Equal("shop-dev/images", names.Repository("images"));
        Assert.Equal("shop-dev/alarms-lb-errors", names.Alarm("shop-alarms-lb-errors"));
        Assert.Equal("shop-database", names.Logical("database"));
    }

    [Theory]
    [InlineData("shop", "shop-dev")]
    [InlineData("shop-database", "shop-dev-database")]
    [InlineData("shopping", "shop-dev-shopping")]
    [InlineData("other", "shop-dev-other")]
    public void Tag_IsTheLogicalNameWithTheStackAfterTheApplication(string logicalName, string expected) =>
        Assert.Equal(expected, new ResourceNames("shop", "dev").Tag(logicalName));

    private static IEnumerable<string> Texts(string characters, int longest) => longest == 0
        ? [""]
        : Texts(characters, longest - 1).SelectMany(text => characters.Select(character => text + character)).Append("").Concat(Texts(characters, longest - 1)).Distinct();

    // Few words, so that many pairs share a beginning.
    private static string RandomApplication(Random random) =>
        string.Join('-', random.GetItems(["shop", "eu", "dev", "a", "b2"], random.Next(1, 5)));

    private static string RandomStack(Random random) => random.Next(2) == 0
        ? string.Join(random.GetItems(["-", ".", "_"], 1)[0], random.GetItems(["dev", "eu", "Dev", "feature", "customer-billing-overhaul", "1", "2"], random.Next(1, 7)))
        : new string(random.GetItems(StackCharacters.AsSpan(), random.Next(1, 101)));
}
