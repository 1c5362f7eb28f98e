using Infra.Tests.Stack;
using Infra.Tests.Support;

namespace Infra.Tests.Systems;

/// <summary>Pulumi.dev.yaml and Pulumi.prod.yaml: Dekart.</summary>
public class DekartTests
{
    [Fact]
    public async Task Network_HasTwoZonesPublicTasksAndNoNatGateway()
    {
        var run = await KnownStacks.Run("dev");

        var vpc = run.Single<AwsxEc2.Vpc>();
        Assert.Equal(["eu-central-1a", "eu-central-1b"], vpc.Strings("availabilityZoneNames"));
        Assert.Equal("None", vpc["natGateways.strategy"]);
        Assert.Equal(["Public", "Private", "Isolated"], Enumerable.Range(0, 3).Select(tier => vpc[$"subnetSpecs[{tier}].type"]));
        Assert.Equal(["public-1", "public-2"], run.Single<Lb.LoadBalancer>().Strings("subnets"));
        Assert.Equal(true, run.Single<Ecs.Service>()["networkConfiguration.assignPublicIp"]);
    }

    [Theory]
    [InlineData("dev", "db.t4g.micro", 20.0)]
    [InlineData("prod", "db.t4g.medium", 50.0)]
    public async Task Database_IsPostgres17(string stack, string instanceClass, double storage)
    {
        var instance = (await KnownStacks.Run(stack)).Single<Rds.Instance>();

        Assert.Equal(("postgres", "17", instanceClass), (instance["engine"], instance["engineVersion"], instance["instanceClass"]));
        Assert.Equal((storage, "gp3", 5432.0), (instance["allocatedStorage"], instance["storageType"], instance["port"]));
        Assert.Equal(("dekart", "dekart"), (instance["dbName"], instance["username"]));
    }

    [Fact]
    public async Task Task_HasAQuarterVcpuAndPort8080()
    {
        var run = await KnownStacks.Run("dev");

        var definition = run.Single<Ecs.TaskDefinition>();
        Assert.Equal(("256", "512", "awsvpc"), (definition["cpu"], definition["memory"], definition["networkMode"]));
        ResourceAssert.Json(
            """[{"containerPort":8080,"hostPort":8080,"protocol":"tcp"}]""", Containers.Named(definition, "dekart")["portMappings"]!);
        Assert.Equal(1.0, run.Single<Ecs.Service>()["desiredCount"]);
        Assert.Equal(7.0, run.Find<CloudWatch.LogGroup>("dekart-task")["retentionInDays"]);
    }

    [Fact]
    public async Task Container_HasDatabaseBucketAndDataSourceInItsEnvironment()
    {
        var container = Containers.Named((await KnownStacks.Run("dev")).Single<Ecs.TaskDefinition>(), "dekart");

        Assert.Equal("dekartxyz/dekart:0.23", (string?)container["image"]);
        Assert.Equal(10, container["environment"]!.AsArray().Count);
        Assert.Equal("dekart-database.rds.amazonaws.com", Containers.Variable(container, "DEKART_POSTGRES_HOST"));
        Assert.Equal("5432", Containers.Variable(container, "DEKART_POSTGRES_PORT"));
        Assert.Equal("ATHENA", Containers.Variable(container, "DEKART_DATASOURCE"));
        Assert.Equal("dekart-buckets-results-bucket", Containers.Variable(container, "DEKART_CLOUD_STORAGE_BUCKET"));
    }

    [Fact]
    public async Task Secrets_AreReferences()
    {
        var secrets = Containers.Secrets(Containers.Named((await KnownStacks.Run("prod")).Single<Ecs.TaskDefinition>(), "dekart"));

        Assert.Equal(
            ["DEKART_LICENSE_KEY", "DEKART_MAPBOX_TOKEN", "DEKART_POSTGRES_PASSWORD", "DEKART_POSTGRES_URL"],
            secrets.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("arn:aws:ssm:eu-central-1:123456789012:parameter/dekart/prod/mapbox-token", secrets["DEKART_MAPBOX_TOKEN"]);
        Assert.Equal("arn:Secret:dekart-database:url::SecretVersion:dekart-database", secrets["DEKART_POSTGRES_URL"]);
    }

    [Fact]
    public async Task TaskRole_AllowsAthenaAndReadsItsSources() => Assert.Equal(
        [
            "athena:GetDataCatalog on datacatalog/AwsDataCatalog",
            "athena:GetQueryExecution on workgroup/primary",
            "athena:GetQueryResults on workgroup/primary",
            "athena:GetWorkGroup on workgroup/primary",
            "athena:StartQueryExecution on workgroup/primary",
            "athena:StopQueryExecution on workgroup/primary",
            "lakeformation:GetDataAccess on *",
            "s3:GetBucketLocation on arn:aws:s3:::example-geodata",
            "s3:GetObject on arn:aws:s3:::example-geodata/*",
            "s3:ListBucket on arn:aws:s3:::example-geodata",
        ],
        (await AllowedOutsideTheStack()).Where(right => !right.StartsWith("glue:", StringComparison.Ordinal)));

    [Fact]
    public async Task TaskRole_AllowsToReadTheTablesOfOneGlueDatabase()
    {
        var rights = (await AllowedOutsideTheStack()).Where(right => right.StartsWith("glue:", StringComparison.Ordinal)).ToList();

        Assert.Equal(7 * 4, rights.Count);
        Assert.Equal(
            ["BatchGetPartition", "GetDatabase", "GetDatabases", "GetPartition", "GetPartitions", "GetTable", "GetTables"],
            rights.Select(right => right["glue:".Length..right.IndexOf(' ', StringComparison.Ordinal)]).Distinct());
        Assert.Equal(
            ["catalog", "database/default", "database/geodata", "table/geodata/*"],
            rights.Select(right => right[(right.IndexOf(" on ", StringComparison.Ordinal) + 4)..]).Distinct());
    }

    private static async Task<IReadOnlyList<string>> AllowedOutsideTheStack() =>
    [
        .. Containers.Allowed(await KnownStacks.Run("prod"), "dekart-task-app")
            .Where(right => !right.Contains("dekart-buckets-results", StringComparison.Ordinal))
            .Select(right => right
                .Replace("arn:aws:athena:eu-central-1:123456789012:", "", StringComparison.Ordinal)
                .Replace("arn:aws:glue:eu-central-1:123456789012:", "", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    [Fact]
    public async Task SignIn_UsesCognitoWithEmailAndOpenIdScopes()
    {
        var rule = (await KnownStacks.Run("dev")).Single<Lb.ListenerRule>();

        Assert.Equal(["/*"], rule.Strings("conditions[0].pathPattern.values"));
        Assert.Equal("authenticate-cognito", rule["actions[0].type"]);
        Assert.Equal("email openid", rule["actions[0].authenticateCognito.scope"]);
        Assert.Equal("dekart-dev", rule["actions[0].authenticateCognito.userPoolDomain"]);
        Assert.Equal("forward", rule["actions[1].type"]);
    }

    [Fact]
    public async Task Certificate_IsValidatedByDnsWithATtlOfAMinute()
    {
        var records = (await KnownStacks.Run("dev")).All<Route53.Record>();

        Assert.Equal(60.0, Assert.Single(records, record => record["type"] is "CNAME")["ttl"]);
        Assert.Equal(false, Assert.Single(records, record => record["type"] is "A")["aliases[0].evaluateTargetHealth"]);
    }
}
