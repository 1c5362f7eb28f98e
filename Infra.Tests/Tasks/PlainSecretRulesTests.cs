using Infra.Tests.Support;

namespace Infra.Tests.Tasks;

public sealed class PlainSecretRulesTests
{
    private const string Advice = "which is readable in the task definition; move it to service.secrets";

    [Theory]
    [InlineData("POSTGRES_PASSWORD", "postgres")]
    [InlineData("DEKART_MAPBOX_TOKEN", "pk.eyJ1Ijoi")]
    [InlineData("LIVE_BEATS_GITHUB_CLIENT_SECRET", "0f1e2d")]
    [InlineData("SECRET_KEY_BASE", "c2VjcmV0")]
    [InlineData("STRIPE_API_KEY", "sk_live_1")]
    [InlineData("db_password", "hunter2")]
    [InlineData("LICENSEKEY", "ABCD-EFGH")]
    public void Variable_NamedLikeSecret_Warns(string variable, string value) =>
        Assert.Equal([$"app:service.environment.{variable}: looks like a secret, {Advice}"], Of(variable, value));

    [Theory]
    [InlineData("DATABASE_URL", "postgres://live_beats:hunter2@db.example.com:5432/live_beats")]
    [InlineData("REDIS", "redis://:hunter2@cache.example.com")]
    [InlineData("API_TOKEN", "https://user:hunter2@example.com/token")]
    public void Variable_UrlWithPassword_Warns(string variable, string value) =>
        Assert.Equal([$"app:service.environment.{variable}: contains a password, {Advice}"], Of(variable, value));

    [Theory]
    [InlineData("POSTGRES_PASSWORD", "")]
    [InlineData("ASK_FOR_PASSWORD", "true")]
    [InlineData("POSTGRES_PASSWORD_FILE", "/run/secrets/password")]
    [InlineData("DB_PASSWORD", "/run/secrets/password")]
    [InlineData("OAUTH_TOKEN", "https://example.com/oauth/token")]
    [InlineData("APP_SECRET", "arn:aws:secretsmanager:eu-central-1:123456789012:secret:app-a1b2c3")]
    [InlineData("BUCKET_KEY", "uploads/")]
    [InlineData("MAX_TOKENS", "400")]
    [InlineData("PASSWORD_MINIMUM", "12")]
    [InlineData("DATABASE_URL", "postgres://live_beats@db.example.com:5432/live_beats")]
    [InlineData("IMAGE", "http://example.com:8080/a@2x.png")]
    public void Variable_Harmless_IsAccepted(string variable, string value) => Assert.Empty(Of(variable, value));

    [Fact]
    public void Variable_OfJob_Warns() => Assert.Equal(
        ["app:jobs.report.environment.SMTP_PASSWORD: looks like a secret, which is readable in the task definition; move it to jobs.report.secrets"],
        Warnings.Of(("jobs", """{"report":{"command":["report"],"environment":{"SMTP_PASSWORD":"hunter2"}}}""")));

    private static IReadOnlyList<string> Of(string variable, string value) =>
        Warnings.Of(("service", $$$"""{"environment":{"{{{variable}}}":"{{{value}}}"}}"""));
}
