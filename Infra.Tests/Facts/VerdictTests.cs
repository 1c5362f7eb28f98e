namespace Infra.Tests.Facts;

/// <summary>A wrong value is refused; one that may be newer than the facts is a warning.</summary>
public sealed class VerdictTests
{
    [Theory]
    [InlineData("eu-central-1")]
    [InlineData("eusc-de-east-1")]
    [InlineData("us-gov-west-1")]
    public void Region_ThatIsKnown_IsAccepted(string region) => Assert.Null(Regions.Judge(region));

    [Theory]
    [InlineData("eu-centrl-1", true, "\"eu-centrl-1\" does not exist; did you mean 'eu-central-1'?")]
    [InlineData("eu-central-9", true, "\"eu-central-9\" does not exist; did you mean 'eu-central-1'?")]
    [InlineData("us-esat-1", true, "\"us-esat-1\" does not exist; did you mean 'us-east-1'?")]
    [InlineData("xx-moon-1", true, "\"xx-moon-1\" does not exist")]
    [InlineData("eu-central-3", false, "eu-central-3 is not among the regions of 2026-08-19; make sure that it exists")]
    [InlineData("me-west-1", false, "me-west-1 is not among the regions of 2026-08-19; make sure that it exists")]
    public void Region_ThatIsNot_IsJudged(string region, bool certain, string message) => Equal(certain, message, Regions.Judge(region));

    [Theory]
    [InlineData("eu-central-1d", "eu-central-1", false, "eu-central-1d is not among the zones of 2026-08-19; make sure that your account has it")]
    [InlineData("us-west-1b", "us-west-1", false, "us-west-1b is not among the zones of 2026-08-19; make sure that your account has it")]
    [InlineData("eu-central-1e", "eu-central-1", true, "eu-central-1e does not exist; eu-central-1 has eu-central-1a, eu-central-1b and eu-central-1c")]
    public void Zone_ThatIsNotKnown_IsJudged(string zone, string region, bool certain, string message) =>
        Equal(certain, message, Regions.JudgeZone(zone, region));

    [Theory]
    [InlineData("db.t4g.micro")]
    [InlineData("db.m8g.48xlarge")]
    public void Class_OfTheRegion_IsAccepted(string type) => Assert.Null(PostgresVersions.JudgeClass(type, "eu-central-1"));

    [Theory]
    [InlineData("db.t4g.mirco", "eu-central-1", true, "db.t4g.mirco does not exist; did you mean db.t4g.micro?")]
    [InlineData("db.t9g.huge", "eu-central-1", true, "db.t9g.huge does not exist: no type has the size huge")]
    [InlineData("db.t4g.huge", "eu-central-1", true, "db.t4g.huge does not exist: no type has the size huge; db.t4g has large, micro, small, medium, xlarge and 2xlarge")]
    [InlineData("db.t4g.12xlarge", "eu-central-1", false,
        "db.t4g.12xlarge did not exist on 2026-08-13; db.t4g has large, micro, small, medium, xlarge and 2xlarge")]
    [InlineData("db.t5g.micro", "eu-central-1", false, "db.t5g.micro is not among the types of 2026-08-13; make sure that it exists in eu-central-1")]
    [InlineData("db.m9g.large", "af-south-1", false, "db.m9g.large was not offered in af-south-1 on 2026-08-13; db.m6g.large was")]
    public void Class_ThatIsNot_IsJudged(string type, string region, bool certain, string message) =>
        Equal(certain, message, PostgresVersions.JudgeClass(type, region));

    [Theory]
    [InlineData("t3.smal", "eu-central-1", true, "t3.smal does not exist; did you mean t3.small?")]
    [InlineData("t3.gigantic", "eu-central-1", true, "t3.gigantic does not exist: no type has the size gigantic; t3 has nano, large, micro, small, medium, xlarge and 2xlarge")]
    [InlineData("t5g.small", "eu-central-1", false, "t5g.small is not among the types of 2026-05-20; make sure that it exists in eu-central-1")]
    [InlineData("p5.48xlarge", "eu-central-1", false, "p5.48xlarge was not offered in eu-central-1 on 2026-05-20")]
    [InlineData("m8a.large", "af-south-1", false, "m8a.large was not offered in af-south-1 on 2026-05-20; m8i.large was")]
    [InlineData("m7i.large", "mx-central-1", null, null)] // nothing is known about the region
    public void InstanceType_ThatIsNot_IsJudged(string type, string region, bool? certain, string? message) =>
        Equal(certain, message, InstanceTypes.Judge(type, region));

    [Fact]
    public void InstanceType_HasWhatAwsSays()
    {
        Assert.Equal(new InstanceSpecification("x86_64", 2, 2048, 3), InstanceTypes.Find("t3.small"));
        Assert.Equal(new InstanceSpecification("arm64", 2, 4096, 3), InstanceTypes.Find("t4g.medium"));
        Assert.Equal(new InstanceSpecification("x86_64", 192, 393_216, 16), InstanceTypes.Find("c7i.metal-48xl")! with { NetworkInterfaces = 16 });
        Assert.Null(InstanceTypes.Find("t5g.small"));
    }

    [Theory]
    [InlineData(17, "2026-11-26", null, null)]
    [InlineData(14, "2027-02-28", null, null)]
    [InlineData(14, "2027-03-01", false,
        "standard support of PostgreSQL 14 ended on 2027-02-28: RDS charges extended support for each vCPU and hour (0.10 USD in us-east-1, more from the third "
            + "year on), and upgrades the database by force after 2030-02-28; use 15, 16, 17 or 18")]
    [InlineData(13, "2026-11-26", false,
        "standard support of PostgreSQL 13 ended on 2026-02-28: RDS charges extended support for each vCPU and hour (0.10 USD in us-east-1, more from the third "
            + "year on), and upgrades the database by force after 2029-02-28; use 14, 15, 16, 17 or 18")]
    [InlineData(10, "2026-11-26", true, "RDS no longer offers 10; use 14, 15, 16, 17 or 18")]
    [InlineData(9, "2026-11-26", true, "RDS no longer offers 9; use 14, 15, 16, 17 or 18")]
    [InlineData(11, "2027-04-01", true, "RDS no longer offers 11; use 15, 16, 17 or 18")]
    [InlineData(19, "2026-11-26", false, "19 is newer than 18, the newest that RDS had on 2026-08-22; make sure that it exists")]
    [InlineData(22, "2026-11-26", true, "22 does not exist; use 18")]
    public void Major_IsJudgedByTheDay(int major, string today, bool? certain, string? message) =>
        Equal(certain, message, PostgresVersions.Judge(major, DateOnly.ParseExact(today, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("db.t2.micro", 17, true)]
    [InlineData("db.m4.large", 13, true)]
    [InlineData("db.r3.large", 18, true)]
    [InlineData("db.t2.micro", 12, false)]
    [InlineData("db.t3.micro", 17, false)]
    public void OldFamilies_RunOldMajorsOnly(string type, int major, bool refused) => Assert.Equal(
        refused ? $"{type} does not run PostgreSQL 13 or newer; use a class such as db.t4g.micro or db.m7g.large" : null,
        PostgresVersions.ClassProblem(type, major));

    [Theory]
    [InlineData("s3:GetObject")]
    [InlineData("S3:getobject", "s3")]
    [InlineData("athena:*")]
    [InlineData("athena:Get*")]
    [InlineData("athena:getquery????????n")]
    public void Action_ThatExists_IsAccepted(string action, string? service = null) =>
        Assert.Null(IamActions.Judge(service is null ? action : $"{service}{action[action.IndexOf(':', StringComparison.Ordinal)..]}"));

    [Theory]
    [InlineData("athena:CancelQuery", true, "athena:CancelQuery does not exist; did you mean athena:CancelQueryExecution?")]
    [InlineData("s3:GetObjcet", true, "s3:GetObjcet does not exist; did you mean s3:GetObject?")]
    [InlineData("s3:ListObjects*", true, "s3:ListObjects* stands for no action that exists")]
    [InlineData("sqs:ReceiveMessages", true, "sqs:ReceiveMessages does not exist; did you mean sqs:ReceiveMessage?")]
    [InlineData("dynamo:GetItem", false, "dynamo is not among the services of 2026-09-23; make sure that dynamo:GetItem exists")]
    [InlineData("dynamodbb:GetItem", true, "dynamodbb:GetItem does not exist: there is no service dynamodbb; did you mean dynamodb:GetItem?")]
    [InlineData("ecs:ForecastTasks", false, "ecs:ForecastTasks is not among the actions of 2026-09-23; make sure that it exists")]
    public void Action_ThatIsNot_IsJudged(string action, bool certain, string message) => Equal(certain, message, IamActions.Judge(action));

    [Theory]
    [InlineData("ecr.apii", true, "ecr.apii does not exist; did you mean ecr.api?")]
    [InlineData("secretmanager", true, "secretmanager does not exist; did you mean secretsmanager?")]
    [InlineData("quantum", false, "quantum is not among the endpoint services of 2025-12-01; make sure that com.amazonaws.eu-central-1.quantum exists")]
    public void EndpointService_ThatIsNot_IsJudged(string service, bool certain, string message) =>
        Equal(certain, message, EndpointNames.Judge(service, "eu-central-1"));

    [Theory]
    [InlineData("orders", null, null)]
    [InlineData("postgres", true, "postgres exists in every RDS instance already; choose another name")]
    [InlineData("user", true, "user is a word that RDS reserves; choose another name, such as app_user")]
    [InlineData("identity", true, "identity is a word that RDS reserves; choose another name, such as app_identity")]
    [InlineData("document", false, "document is a key word of SQL, and RDS has refused such names; app_document is safe")]
    public void DatabaseName_IsJudged(string name, bool? certain, string? message) => Equal(certain, message, SqlNames.JudgeDatabase(name));

    [Theory]
    [InlineData("keeper", null, null)]
    [InlineData("postgres", null, null)]
    [InlineData("admin", true, "admin is a word that RDS reserves; choose another name, such as app_admin")]
    [InlineData("pg_shop", true, "pg_shop begins with pg_, which PostgreSQL keeps for itself; choose another name")]
    [InlineData("rds_superuser", true, "rds_superuser is a role that RDS or PostgreSQL has already; choose another name")]
    [InlineData("owner", false, "owner is a key word of SQL, and RDS has refused such names; app_owner is safe")]
    public void UserName_IsJudged(string name, bool? certain, string? message) => Equal(certain, message, SqlNames.JudgeUser(name));

    private static void Equal(bool? certain, string? message, Verdict? verdict) => Assert.Equal((certain, message), (verdict?.IsCertain, verdict?.Message));
}
