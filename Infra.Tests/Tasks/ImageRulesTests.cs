using Infra.Tests.Support;

namespace Infra.Tests.Tasks;

public sealed class ImageRulesTests
{
    private const string Digest = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    // The job uses the repository, so that no test gets a warning about an unused one.
    private static readonly (string Key, string Json)[] Repository =
        [("repositories", $$"""{"web":{{Blocks.Repository}}}"""), ("jobs", """{"prune":{"image":"${repository.web}:1"}}""")];

    [Theory]
    [InlineData("nginx", "nginx")]
    [InlineData("nginx:latest", "nginx")]
    [InlineData("registry.example.com:5000/team/app", "registry.example.com:5000/team/app")]
    [InlineData("${repository.web}", "${repository.web}")]
    [InlineData("${repository.web}:latest", "${repository.web}")]
    public void Image_WithoutVersion_Warns(string image, string name) =>
        Assert.Equal([$"app:service.image: {Message(image, name)}"], Warnings($$"""{"image":"{{image}}"}"""));

    [Theory]
    [InlineData("nginx:1.29")]
    [InlineData("${repository.web}:1.4.2")]
    [InlineData($"nginx@{Digest}")]
    [InlineData($"nginx:latest@{Digest}")]
    [InlineData($"${{repository.web}}@{Digest}")]
    public void Image_WithVersion_IsAccepted(string image) => Assert.Empty(Warnings($$"""{"image":"{{image}}"}"""));

    [Fact]
    public void Images_OfServicesAndJobs_WarnOnceEach() => Assert.Equal(
        [
            $"app:service.image: {Message("shop", "shop")}",
            $"app:services.api.image: {Message("api:latest", "api")}",
            $"app:jobs.report.image: {Message("report", "report")}",
        ],
        Warnings(
            """{"image":"shop","migration":{"command":["migrate"]}}""",
            ("services", """{"api":{"image":"api:latest"}}"""),
            ("jobs", """{"cleanup":{"command":["clean"]},"report":{"image":"report"}}""")));

    [Fact]
    public void Image_DeployedByPipeline_IsAccepted() => Assert.Empty(Warnings("""{"image":"${repository.web}","revisionOwner":"pipeline"}"""));

    private static string Message(string image, string name) =>
        $"{image} resolves to whatever was pushed last, so a rollback cannot restore the previous image; "
        + $"use a tag for each version, such as {name}:1.4.2, or a digest";

    private static List<string> Warnings(string service, params (string Key, string Json)[] more) =>
        [.. TestConfigs.With([("service", service), .. Repository, .. more]).Warnings.Select(warning => $"{warning}")];
}
