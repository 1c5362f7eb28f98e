namespace Infra.Tests.Facts;

/// <summary>An invalid value is an error; a value that may be newer than the facts is a warning.</summary>
public sealed class FindingTests
{
    [Theory]
    [InlineData("eu-central-1")]
    [InlineData("eusc-de-east-1")]
    [InlineData("us-gov-west-1")]
    public void KnownRegion_IsAccepted(string region) => Assert.Null(Regions.Check(region));

    [Theory]
    [InlineData("eu-centrl-1", true, "\"eu-centrl-1\" does not exist; did you mean eu-central-1?")]
    [InlineData("eu-central-9", true, "\"eu-central-9\" does not exist; did you mean eu-central-1?")]
    [InlineData("us-esat-1", true, "\"us-esat-1\" does not exist; did you mean us-east-1?")]
    [InlineData("xx-moon-1", true, "\"xx-moon-1\" does not exist")]
    [InlineData("eu-central-3", false, "eu-central-3 is not in the list of regions of 2026-08-19; make sure that it exists")]
    [InlineData("me-west-1", false, "me-west-1 is not in the list of regions of 2026-08-19; make sure that it exists")]
    public void UnknownRegion_IsReported(string region, bool isError, string message) => Equal(isError, message, Regions.Check(region));

    [Theory]
    [InlineData("eu-central-1d", "eu-central-1", false, "eu-central-1d is not in the list of zones of 2026-08-19; make sure that your account has it")]
    [InlineData("us-west-1b", "us-west-1", false, "us-west-1b is not in the list of zones of 2026-08-19; make sure that your account has it")]
    [InlineData("eu-central-1e", "eu-central-1", true, "eu-central-1e does not exist; eu-central-1 has eu-central-1a, eu-central-1b and eu-central-1c")]
    public void UnknownZone_IsReported(string zone, string region, bool isError, string message) =>
        Equal(isError, message, Regions.CheckZone(zone, region));

    [Theory]
    [InlineData("db.t4g.micro")]
    [InlineData("db.m8g.48xlarge")]
    public void KnownClass_IsAccepted(string type) => Assert.Null(PostgresVersions.CheckInstanceClass(type, "eu-central-1"));

    [Theory]
    [InlineData("db.t4g.mirco", "eu-central-1", true, "db.t4g.mirco does not exist; did you mean db.t4g.micro?")]
    [InlineData("db.t9g.huge", "eu-central-1", true, "db.t9g.huge does not exist: no type has the size huge")]
    [InlineData("db.t4g.huge", "eu-central-1", true, "db.t4g.huge does not exist: no type has the size huge; db.t4g has large, micro, small, medium, xlarge and 2xlarge")]
    [InlineData("db.t4g.12xlarge", "eu-central-1", false,
        "db.t4g.12xlarge did not exist on 2026-08-13; db.t4g has large, micro, small, medium, xlarge and 2xlarge")]
    [InlineData("db.t5g.micro", "eu-central-1", false, "db.t5g.micro is not in the list of types of 2026-08-13; make sure that it exists in eu-central-1")]
    [InlineData("db.m9g.large", "af-south-1", false, "db.m9g.large was not offered in af-south-1 on 2026-08-13; db.m6g.large was")]
    public void UnknownClass_IsReported(string type, string region, bool isError, string message) =>
        Equal(isError, message, PostgresVersions.CheckInstanceClass(type, region));

    [Theory]
    [InlineData("t3.smal", "eu-central-1", true, "t3.smal does not exist; did you mean t3.small?")]
    [InlineData("t3.gigantic", "eu-central-1", true, "t3.gigantic does not exist: no type has the size gigantic; t3 has nano, large, micro, small, medium, xlarge and 2xlarge")]
    [InlineData("t5g.small", "eu-central-1", false, "t5g.small is not in the list of types of 2026-05-20; make sure that it exists in eu-central-1")]
    [InlineData("p5.48xlarge", "eu-central-1", false, "p5.48xlarge was not offered in eu-central-1 on 2026-05-20")]
    [InlineData("m8a.large", "af-south-1", false, "m8a.large was not offered in af-south-1 on 2026-05-20; m8i.large was")]
    [InlineData("m7i.large", "mx-central-1", null, null)] // unknown region
    public void UnknownInstanceType_IsReported(string type, string region, bool? isError, string? message) =>
        Equal(isError, message, InstanceTypes.Check(type, region));

    [Fact]
    public void InstanceType_HasItsSpecification()
    {
        Assert.Equal(new InstanceSpecification("x86_64", 2, 2048, 3), InstanceTypes.Find("t3.small"));
        Assert.Equal(new InstanceSpecification("arm64", 2, 4096, 3), InstanceTypes.Find("t4g.medium"));
        Assert.Equal(new InstanceSpecification("x86_64", 192, 393_216, 16), InstanceTypes.Find("c7i.metal-48xl")! with { NetworkInterfaces = 16 });
        Assert.Null(InstanceTypes.Find("t5g.small"));
    }

    [Theory]
    [InlineData(17, "2026-11-26", null, null)]
    [InlineData(14, "2026-09-01", null, null)]
    [InlineData(14, "2026-09-02", false,
        "RDS ends standard support for PostgreSQL 14 on 2027-02-28, and then upgrades the database by itself; upgrade it before, at a time of your choice")]
    [InlineData(14, "2027-02-28", false,
        "RDS ends standard support for PostgreSQL 14 on 2027-02-28, and then upgrades the database by itself; upgrade it before, at a time of your choice")]
    [InlineData(14, "2027-03-01", true,
        "RDS standard support for PostgreSQL 14 ended on 2027-02-28, and RDS upgrades such databases by itself; use 15, 16, 17 or 18")]
    [InlineData(10, "2026-11-26", true, "RDS no longer offers 10; use 14, 15, 16, 17 or 18")]
    [InlineData(9, "2026-11-26", true, "RDS no longer offers 9; use 14, 15, 16, 17 or 18")]
    [InlineData(11, "2027-04-01", true, "RDS no longer offers 11; use 15, 16, 17 or 18")]
    [InlineData(19, "2026-11-26", false, "19 is newer than 18, the latest on RDS on 2026-08-22; make sure that RDS offers it")]
    [InlineData(22, "2026-11-26", true, "22 does not exist; use 18")]
    public void MajorVersion_IsCheckedByDate(int major, string today, bool? isError, string? message) =>
        Equal(isError, message, PostgresVersions.Check(major, hasExtendedSupport: false, Day(today)));

    [Theory]
    [InlineData(14, "2027-02-28", null, null)]
    [InlineData(14, "2027-03-01", false,
        "RDS standard support for PostgreSQL 14 ended on 2027-02-28: Extended Support is charged per vCPU-hour (0.10 USD in us-east-1, more from the third "
            + "year), and RDS upgrades the database automatically after 2030-02-28; use 15, 16, 17 or 18")]
    [InlineData(13, "2026-11-26", false,
        "RDS standard support for PostgreSQL 13 ended on 2026-02-28: Extended Support is charged per vCPU-hour (0.10 USD in us-east-1, more from the third "
            + "year), and RDS upgrades the database automatically after 2029-02-28; use 14, 15, 16, 17 or 18")]
    [InlineData(11, "2027-04-01", true, "RDS no longer offers 11; use 15, 16, 17 or 18")]
    public void MajorVersion_WithExtendedSupport_IsOfferedLonger(int major, string today, bool? isError, string? message) =>
        Equal(isError, message, PostgresVersions.Check(major, hasExtendedSupport: true, Day(today)));

    [Theory]
    [InlineData("db.t2.micro", 17, true)]
    [InlineData("db.m4.large", 13, true)]
    [InlineData("db.r3.large", 18, true)]
    [InlineData("db.t2.micro", 12, false)]
    [InlineData("db.t3.micro", 17, false)]
    public void OldFamily_RunsOldMajorVersionsOnly(string type, int major, bool refused) => Assert.Equal(
        refused ? $"{type} does not run PostgreSQL 13 or newer; use a class such as db.t4g.micro or db.m7g.large" : null,
        PostgresVersions.ClassProblem(type, major));

    [Theory]
    [InlineData("s3:GetObject")]
    [InlineData("S3:getobject", "s3")]
    [InlineData("athena:*")]
    [InlineData("athena:Get*")]
    [InlineData("athena:getquery????????n")]
    public void KnownAction_IsAccepted(string action, string? service = null) =>
        Assert.Null(IamActions.Check(service is null ? action : $"{service}{action[action.IndexOf(':', StringComparison.Ordinal)..]}"));

    [Theory]
    [InlineData("athena:CancelQuery", true, "athena:CancelQuery does not exist; did you mean athena:CancelQueryExecution?")]
    [InlineData("s3:GetObjcet", true, "s3:GetObjcet does not exist; did you mean s3:GetObject?")]
    [InlineData("s3:ListObjects*", true, "s3:ListObjects* matches no IAM action; remove it or correct the name")]
    [InlineData("sqs:ReceiveMessages", true, "sqs:ReceiveMessages does not exist; did you mean sqs:ReceiveMessage?")]
    [InlineData("dynamo:GetItem", false, "dynamo is not in the list of services of 2026-09-23; make sure that dynamo:GetItem exists")]
    [InlineData("dynamodbb:GetItem", true, "dynamodbb:GetItem does not exist: there is no service dynamodbb; did you mean dynamodb:GetItem?")]
    [InlineData("ecs:ForecastTasks", false, "ecs:ForecastTasks is not in the list of actions of 2026-09-23; make sure that it exists")]
    public void UnknownAction_IsReported(string action, bool isError, string message) => Equal(isError, message, IamActions.Check(action));

    [Theory]
    [InlineData("ecr.apii", true, "ecr.apii does not exist; did you mean ecr.api?")]
    [InlineData("secretmanager", true, "secretmanager does not exist; did you mean secretsmanager?")]
    [InlineData("quantum", false, "quantum is not in the list of endpoint services of 2025-12-01; make sure that com.amazonaws.eu-central-1.quantum exists")]
    public void UnknownEndpointService_IsReported(string service, bool isError, string message) =>
        Equal(isError, message, EndpointNames.Check(service, "eu-central-1"));

    [Theory]
    [InlineData("orders", null, null)]
    [InlineData("postgres", true, "postgres already exists on every RDS instance; choose another name")]
    [InlineData("user", true, "user is a word reserved by RDS; choose another name, such as app_user")]
    [InlineData("identity", true, "identity is a word reserved by RDS; choose another name, such as app_identity")]
    [InlineData("document", false, "document is an SQL keyword, and RDS has rejected such names; use app_document to be safe")]
    public void ReservedDatabaseName_IsReported(string name, bool? isError, string? message) => Equal(isError, message, SqlNames.CheckDatabaseName(name));

    [Theory]
    [InlineData("keeper", null, null)]
    [InlineData("postgres", null, null)]
    [InlineData("admin", true, "admin is a word reserved by RDS; choose another name, such as app_admin")]
    [InlineData("pg_shop", true, "pg_shop starts with pg_, which PostgreSQL reserves; choose another name")]
    [InlineData("rds_superuser", true, "rds_superuser is already a role of RDS or PostgreSQL; choose another name")]
    [InlineData("owner", false, "owner is an SQL keyword, and RDS has rejected such names; use app_owner to be safe")]
    public void ReservedUsername_IsReported(string name, bool? isError, string? message) => Equal(isError, message, SqlNames.CheckUsername(name));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static void Equal(bool? isError, string? message, Finding? finding) => Assert.Equal((isError, message), (finding?.IsError, finding?.Message));
}
