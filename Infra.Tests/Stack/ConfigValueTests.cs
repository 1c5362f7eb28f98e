using Infra.Tests.Support;

namespace Infra.Tests.Stack;

/// <summary>The limits of single values, from both sides.</summary>
public sealed class ConfigValueTests
{
    private const string TwentyLetters = "abcdefghijklmnopqrst";
    private const string Label63 = "a12345678b12345678c12345678d12345678e12345678f12345678g12345678";

    private static readonly (string Key, string Json)[] Full =
    [
        ("domain", """{"name":"shop.example.com","hostedZoneId":"Z0123456789"}"""),
        ("authentication", """{"userPool":{"domainPrefix":"shop","deletionProtection":false}}"""),
        ("database", """
            {"engineVersion":17,"instanceClass":"db.t4g.micro","name":"shop","username":"shop","allocatedStorageGiB":20,"maxAllocatedStorageGiB":50,
             "multiAz":false,"backupRetentionDays":1,"deletionProtection":false,"finalSnapshot":false,"tls":"require"}
            """),
    ];

    [Theory]
    [InlineData("name", "a")]
    [InlineData("name", "shop-2-go")]
    [InlineData("name", TwentyLetters)]
    [InlineData("tags", """{"cost centre":"4711","a.b:/=+@-_":"x","n":5,"aws":"x","équipe":"Ä 1","ключ":""}""")]
    [InlineData("secretRecoveryWindowDays", "0")]
    [InlineData("secretRecoveryWindowDays", "7")]
    [InlineData("secretRecoveryWindowDays", "30")]
    [InlineData("permissionsBoundaryArn", "arn:aws:iam::123456789012:policy/team/boundary")]
    [InlineData("permissionsBoundaryArn", "arn:aws:iam::aws:policy/PowerUserAccess")]
    [InlineData("network", """{"zones":["eu-central-1a","eu-central-1b","eu-central-1c","eu-central-1d"]}""")]
    [InlineData("network", """{"interfaceEndpoints":["ecr.api","secretsmanager"],"flowLogRetentionDays":1}""")]
    [InlineData("network", """{"flowLogRetentionDays":3653,"s3GatewayEndpoint":false}""")]
    [InlineData("domain", """{"name":"a.io","alternativeNames":["*.a.io","xn--bcher-kva.example"]}""")]
    [InlineData("domain", $$"""{"name":"a.example.com","alternativeNames":["{{Label63}}.example.com"],"validationTimeoutMinutes":120}""")]
    [InlineData("loadBalancer", """{"tlsPolicy":"ELBSecurityPolicy-TLS13-1-3-2021-06","idleTimeoutSeconds":4000,"accessLogRetentionDays":1}""")]
    [InlineData("loadBalancer", """{"tlsPolicy":"ELBSecurityPolicy-TLS13-1-2-FIPS-2023-04","idleTimeoutSeconds":1,"scheme":"internetFacing"}""")]
    [InlineData("authentication", """{"scope":"openid","sessionTimeoutSeconds":1,"publicPaths":["/","/webhooks/*","/a","/b","/c"]}""")]
    [InlineData("authentication", """{"scope":"profile openid email","sessionTimeoutSeconds":604800}""")]
    [InlineData("authentication", $$$"""{"userPool":{"domainPrefix":"{{{Label63}}}","deletionProtection":true}}""")]
    [InlineData("database", """{"engineVersion":13,"extendedSupport":true,"instanceClass":"db.r8g.16xlarge","port":1150,"backupRetentionDays":0}""")]
    [InlineData("database", """{"engineVersion":"19","port":65535,"backupRetentionDays":35,"logExports":["postgresql","upgrade","iam-db-auth-error"]}""")]
    [InlineData("database", """{"maintenanceWindow":"sun:23:30-mon:00:30","backupWindow":"00:30-23:30","name":"a_1","username":"administrator"}""")]
    [InlineData("database", """{"kmsKeyArn":"arn:aws:kms:eu-central-1:123456789012:key/0a1b"}""")]
    [InlineData("buckets", """{"a-1":{"versioning":false,"deleteWithContents":true,"expireAfterDays":1}}""")]
    [InlineData("cluster", """{"containerInsights":"enhanced"}""")]
    [InlineData("service", """{"containerPort":65535,"desiredCount":0,"architecture":"arm64","ephemeralStorageGiB":21}""")]
    [InlineData("service", """{"containerPort":1,"desiredCount":5000,"architecture":"x86_64","ephemeralStorageGiB":200}""")]
    [InlineData("service", """{"environment":{"A_1":5,"_b":true,"EMPTY":""},"egressPorts":[443,25],"stopTimeoutSeconds":120}""")]
    [InlineData("service", """{"healthCheck":{"path":"/health?full=1","statusCodes":"200-299,302,404"}}""")]
    [InlineData("service", """{"secrets":{"A":{"ssmParameter":"token"},"B":{"ssmParameter":"/shop/prod/token.v2"},"C":{"generatedLength":256}}}""")]
    [InlineData("service", """{"permissions":[{"actions":["s3:Get*","ses:SendEmail"],"resources":["*","arn:aws:s3:::b/*"]}]}""")]
    public void ValueWithinItsLimits_IsAccepted(string key, string value) => Assert.Empty(Of(key, value));

    [Theory]
    [InlineData("name", "Shop", "name: \"Shop\" is not valid; use up to 20 lower-case letters, digits and single dashes, a letter first")]
    [InlineData("name", TwentyLetters + "u",
        "name: \"abcdefghijklmnopqrstu\" is not valid; use up to 20 lower-case letters, digits and single dashes, a letter first")]
    [InlineData("name", "2shop", "name: \"2shop\" is not valid; use up to 20 lower-case letters, digits and single dashes, a letter first")]
    [InlineData("name", "shop--x", "name: \"shop--x\" is not valid; use up to 20 lower-case letters, digits and single dashes, a letter first")]
    [InlineData("name", "shop-", "name: \"shop-\" is not valid; use up to 20 lower-case letters, digits and single dashes, a letter first")]
    [InlineData("name", "", "name: has no value; use up to 20 lower-case letters, digits and single dashes, a letter first")]
    [InlineData("tags", """{"a*b":"x"}""", "tags[\"a*b\"]: is not a valid name; use 1 to 128 letters, digits, spaces and _ . : / = + - @")]
    [InlineData("secretRecoveryWindowDays", "6", "secretRecoveryWindowDays: 6 is not one of 0 or 7 to 30")]
    [InlineData("secretRecoveryWindowDays", "31", "secretRecoveryWindowDays: 31 is not one of 0 or 7 to 30")]
    [InlineData("permissionsBoundaryArn", "boundary", "permissionsBoundaryArn: \"boundary\" is not valid; use the ARN of an IAM policy")]
    public void TopLevelValueBeyondItsLimits_IsRefused(string key, string value, string problem) => Assert.Equal([$"app:{problem}"], Of(key, value));

    [Theory]
    [InlineData("""{"zones":["eu-central-1a"]}""", "zones: has 1 item; use 2 to 4 items")]
    [InlineData("""{"zones":[]}""", "zones: is empty; use 2 to 4 items")]
    [InlineData("""{"zones":["eu-central-1a","eu-central-1a"]}""", "zones[1]: \"eu-central-1a\" is listed twice; remove one")]
    [InlineData("""{"zones":["eu-central-1a","1b"]}""", "zones[1]: \"1b\" is not valid; use a zone name such as eu-central-1a")]
    [InlineData("""{"zones":"eu-central-1a"}""", "zones: \"eu-central-1a\" is not a list of text; write [first, second], or one \"- item\" per line")]
    [InlineData("""{"natGateways":"gateway"}""", "natGateways: \"gateway\" is not one of none, single or onePerZone")]
    [InlineData("""{"natGateways":"onePerZones"}""",
        "natGateways: \"onePerZones\" is not one of none, single or onePerZone; did you mean onePerZone?")]
    [InlineData("""{"dualStack":"yes"}""", "dualStack: \"yes\" is not true or false")]
    [InlineData("""{"interfaceEndpoints":["Logs"]}""",
        "interfaceEndpoints[0]: \"Logs\" is not valid; use an endpoint service without its region prefix, such as ecr.api")]
    [InlineData("""{"flowLogRetentionDays":8}""",
        "flowLogRetentionDays: 8 is not one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288 or 3653")]
    public void NetworkValueBeyondItsLimits_IsRefused(string json, string problem) => Assert.Equal([$"app:network.{problem}"], Of("network", json));

    [Theory]
    [InlineData("""{"name":"example"}""", "name: \"example\" is not valid; use a lower-case domain name such as maps.example.com")]
    [InlineData("""{"name":"*.example.com"}""", "name: \"*.example.com\" is not valid; use a lower-case domain name such as maps.example.com")]
    [InlineData("""{"name":"Shop.example.com"}""", "name: \"Shop.example.com\" is not valid; use a lower-case domain name such as maps.example.com")]
    [InlineData("""{"name":"shop.example.com."}""",
        "name: \"shop.example.com.\" is not valid; use a lower-case domain name such as maps.example.com")]
    [InlineData("""{"name":"https://shop.example.com"}""",
        "name: \"https://shop.example.com\" is not valid; use a lower-case domain name such as maps.example.com")]
    [InlineData("""{"alternativeNames":["a.*.example.com"]}""",
        "alternativeNames[0]: \"a.*.example.com\" is not valid; use a lower-case domain name such as www.example.com or *.example.com")]
    [InlineData("""{"alternativeNames":["a.example.com","a.example.com"]}""", "alternativeNames[1]: \"a.example.com\" is listed twice; remove one")]
    [InlineData("""{"hostedZoneId":"example.com"}""",
        "hostedZoneId: \"example.com\" is not valid; use a hosted zone id such as Z0123456789ABCDEFGHIJ")]
    [InlineData("""{"certificateArn":"arn:aws:iam::123456789012:server-certificate/x"}""",
        "certificateArn: \"arn:aws:iam::123456789012:server-certificate/x\" is not valid; use the ARN of an ACM certificate")]
    public void DomainValueBeyondItsLimits_IsRefused(string json, string problem) => Assert.Equal([$"app:domain.{problem}"], Of("domain", json));

    [Theory]
    [InlineData("""{"scheme":"internet-facing"}""",
        "scheme: \"internet-facing\" is not one of internetFacing or internal; did you mean internetFacing?")]
    [InlineData("""{"allowedCidrs":["10.0.0.0/8","10.0.0.0/8"]}""", "allowedCidrs[1]: \"10.0.0.0/8\" is listed twice; remove one")]
    public void LoadBalancerValueBeyondItsLimits_IsRefused(string json, string problem) =>
        Assert.Equal([$"app:loadBalancer.{problem}"], Of("loadBalancer", json));

    [Theory]
    [InlineData("ELBSecurityPolicy-2016-08")]
    [InlineData("ELBSecurityPolicy-TLS-1-0-2015-04")]
    [InlineData("ELBSecurityPolicy-TLS-1-1-2017-01")]
    [InlineData("ELBSecurityPolicy-FS-2018-06")]
    [InlineData("ELBSecurityPolicy-TLS13-1-0-2021-06")]
    [InlineData("ELBSecurityPolicy-TLS13-1-1-2021-06")]
    public void PolicyWithAnOldTlsVersion_IsRefused(string policy) => Assert.StartsWith(
        $"app:loadBalancer.tlsPolicy: \"{policy}\" is not one of ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09, ",
        Assert.Single(Of("loadBalancer", $$"""{"tlsPolicy":"{{policy}}"}""")),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"scope":"email"}""", "scope: \"email\" is not valid; use space-separated scopes, including openid")]
    [InlineData("""{"scope":"openid2"}""", "scope: \"openid2\" is not valid; use space-separated scopes, including openid")]
    [InlineData("""{"publicPaths":["webhooks"]}""", "publicPaths[0]: \"webhooks\" is not valid; use a path pattern such as /webhooks/*")]
    [InlineData("""{"publicPaths":["/a","/b","/c","/d","/e","/f"]}""", "publicPaths: has 6 items; use at most 5 items")]
    [InlineData("""{"userPool":{"domainPrefix":"my-cognito","deletionProtection":true}}""",
        "userPool.domainPrefix: \"my-cognito\" is not valid; use 1 to 63 lower-case letters, digits and dashes, without the words aws, amazon and cognito")]
    public void AuthenticationValueBeyondItsLimits_IsRefused(string json, string problem) =>
        Assert.Equal([$"app:authentication.{problem}"], Of("authentication", json));

    [Theory]
    [InlineData("""{"engineVersion":17.5}""", "engineVersion: 17.5 is not valid; use a major version such as 17, without a minor one")]
    [InlineData("""{"engineVersion":"17.5"}""", "engineVersion: \"17.5\" is not valid; use a major version such as 17, without a minor one")]
    [InlineData("""{"instanceClass":"t4g.micro"}""", "instanceClass: \"t4g.micro\" is not valid; use an RDS instance class such as db.t4g.micro")]
    [InlineData("""{"name":"my-shop"}""",
        "name: \"my-shop\" is not valid; use a lower-case letter followed by up to 62 letters, digits or underscores")]
    [InlineData("""{"username":"Keeper"}""",
        "username: \"Keeper\" is not valid; use a lower-case letter followed by up to 62 letters, digits or underscores")]
    [InlineData("""{"tls":"required"}""", "tls: \"required\" is not one of require or allow; did you mean require?")]
    [InlineData("""{"insights":"all"}""", "insights: \"all\" is not one of none, standard or advanced")]
    [InlineData("""{"logExports":["error"]}""", "logExports[0]: \"error\" is not one of postgresql, upgrade or iam-db-auth-error")]
    [InlineData("""{"maintenanceWindow":"Sun:03:00-Sun:04:00"}""",
        "maintenanceWindow: \"Sun:03:00-Sun:04:00\" is not valid; use a weekly window in UTC such as sun:03:00-sun:04:00")]
    [InlineData("""{"backupWindow":"24:00-25:00"}""", "backupWindow: \"24:00-25:00\" is not valid; use a daily window in UTC such as 01:00-02:00")]
    [InlineData("""{"kmsKeyArn":"alias/shop"}""", "kmsKeyArn: \"alias/shop\" is not valid; use the ARN of a KMS key")]
    public void DatabaseValueBeyondItsLimits_IsRefused(string json, string problem) =>
        Assert.Equal([$"app:database.{problem}"], Of("database", json));

    [Theory]
    [InlineData("""{"containerPort":"8080"}""", "containerPort: \"8080\" is text; remove the quotes")]
    [InlineData("""{"architecture":"arm"}""", "architecture: \"arm\" is not one of x86_64 or arm64")]
    [InlineData("""{"capacityProviders":{}}""", "capacityProviders: is empty; use at least 1 entry")]
    [InlineData("""{"capacityProviders":{"SPOT":{"weight":1}}}""", "capacityProviders.SPOT: is not a valid name; use FARGATE, FARGATE_SPOT or a name of cluster.instances")]
    [InlineData("""{"environment":{"MY VAR":"x"}}""",
        "environment[\"MY VAR\"]: is not a valid name; use a name without spaces and equals signs")]
    [InlineData("""{"environment":{"A=B":"x"}}""",
        "environment[\"A=B\"]: is not a valid name; use a name without spaces and equals signs")]
    [InlineData("""{"secrets":{"MY VAR":{"generatedLength":32}}}""",
        "secrets[\"MY VAR\"]: is not a valid name; use a name without spaces and equals signs")]
    [InlineData("""{"environment":{"X":null}}""", "environment.X: has no value; write \"\" for an empty text, and put text that starts with # in quotes")]
    [InlineData("""{"environment":{"X":["a"]}}""", "environment.X: a list is not text")]
    [InlineData("""{"egressPorts":[443,443]}""", "egressPorts[1]: 443 is listed twice; remove one")]
    [InlineData("""{"healthCheck":{"path":"health"}}""", "healthCheck.path: \"health\" is not valid; use a path such as /health")]
    [InlineData("""{"healthCheck":{"statusCodes":"2xx"}}""",
        "healthCheck.statusCodes: \"2xx\" is not valid; use status codes from 200 to 499, such as 200, 200,302 or 200-399")]
    [InlineData("""{"secrets":{"X":{"secretArn":"shop/token"}}}""",
        "secrets.X.secretArn: \"shop/token\" is not valid; use the full ARN of a secret, with the six characters at its end")]
    [InlineData("""{"secrets":{"X":{"config":"app:token"}}}""",
        "secrets.X.config: \"app:token\" is not valid; use the name of a configuration value, such as mapboxToken")]
    [InlineData("""{"permissions":[{"actions":[],"resources":["*"]}]}""", "permissions[0].actions: is empty; use at least 1 item")]
    [InlineData("""{"permissions":[{"actions":["s3"],"resources":["*"]}]}""",
        "permissions[0].actions[0]: \"s3\" is not valid; use an IAM action such as athena:StartQueryExecution")]
    [InlineData("""{"permissions":[{"actions":["s3:*"],"resources":["bucket"]}]}""",
        "permissions[0].resources[0]: \"bucket\" is not valid; use an ARN or *")]
    public void ServiceValueBeyondItsLimits_IsRefused(string json, string problem) =>
        Assert.Equal([$"app:service.{problem}"], Of("service", json));

    [Theory]
    [InlineData("buckets", """{"Results":{"versioning":false,"deleteWithContents":false}}""",
        "buckets.Results: is not a valid name; use up to 26 lower-case letters, digits and single dashes, a letter first")]
    [InlineData("cluster", """{"containerInsights":"on"}""", "cluster.containerInsights: \"on\" is not one of disabled, enabled or enhanced")]
    public void OtherValueBeyondItsLimits_IsRefused(string key, string json, string problem) => Assert.Equal([$"app:{problem}"], Of(key, json));

    private static IReadOnlyList<string> Of(string key, string json) => Problems.Of([.. Full, (key, json)]);
}
