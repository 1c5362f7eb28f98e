namespace Infra.Sandbox.Tests.NewStacks;

public sealed class NewStackTests
{
    private const string Staging = "Pulumi.staging.yaml";

    private const string Secret = """
        # The shop, as customers see it.
        encryptionsalt: v1:c2FsdA==
        config:
          aws:region: eu-west-1
          app:name: shop
          app:network: { zones: [eu-west-1a, eu-west-1b] } # small
          app:token:
            secure: v1:c2VjcmV0 # of the payment provider
          app:tags: { stage: live }
          # one task is enough
          app:service:
            image: "shop:1.10"
            containerPort: 80
            desiredCount: 3
            secrets:
              TOKEN: { config: token }

        """;

    public static TheoryData<string> ShippedFiles => [.. NewStackRun.ShippedFiles];

    [Theory]
    [MemberData(nameof(ShippedFiles))]
    public async Task Copy_OfAShippedFile_PreviewsAndKeepsEveryComment(string file)
    {
        using var project = NewStackRun.OfRepository();
        var from = file.StartsWith("examples/", StringComparison.Ordinal) ? file : file.Split('.')[1];

        Assert.Equal(0, await project.RunAsync($"new staging --from {from} --defaults"));
        var (old, @new) = (NewStackRun.Read(file).Split('\n'), project.Text(Staging).Split('\n'));

        Assert.Equal(old.Skip(1).Select(Comment).Where(comment => comment.Length > 0), @new.Skip(1).Select(Comment).Where(comment => comment.Length > 0));
        Assert.Equal("# yaml-language-server: $schema=docs/stack-file.schema.json", @new[0]);
        Assert.Equal(0, await project.RunAsync("preview staging"));
        Assert.Equal("", project.Error);
    }

    [Fact]
    public async Task Copy_OfProd_AsksForRangeDomainAndSecrets()
    {
        using var project = NewStackRun.OfRepository();

        Assert.Equal(0, await project.RunAsync("new staging --from prod", "\nstage.example.com\n\n/shared/license-key\n"));

        Assert.Equal(
            """
            app:network.cidr, networks with overlapping ranges cannot be connected [10.40.0.0/16]: app:domain.name, two stacks cannot share a name [dekart-staging.example.com]: app:service.secrets.DEKART_MAPBOX_TOKEN.ssmParameter, the parameter with the secret of the new stack [/dekart/staging/mapbox-token]: app:service.secrets.DEKART_LICENSE_KEY.ssmParameter, the parameter with the secret of the new stack [/dekart/staging/license-key]: Pulumi.staging.yaml was written. It differs from prod in 4 values:
              app:network.cidr                                      10.30.0.0/16 → 10.40.0.0/16
              app:domain.name                                       dekart.example.com → stage.example.com
              app:service.secrets.DEKART_MAPBOX_TOKEN.ssmParameter  /dekart/prod/mapbox-token → /dekart/staging/mapbox-token
              app:service.secrets.DEKART_LICENSE_KEY.ssmParameter   /dekart/prod/license-key → /shared/license-key

            Next:
              pulumi stack init staging
              aws ssm put-parameter --region eu-central-1 --type SecureString --name /shared/license-key --value <value>
              aws ssm put-parameter --region eu-central-1 --type SecureString --name /dekart/staging/mapbox-token --value <value>
              ./sandbox preview staging

            The user pool is the one of prod: allow the callback URL https://stage.example.com/oauth2/idpresponse in its client.

            """,
            project.Out);
    }

    [Fact]
    public async Task Answer_WithAProblem_IsAskedForAgain()
    {
        using var project = NewStackRun.OfRepository();

        Assert.Equal(0, await project.RunAsync("new staging --from examples/minimal.yaml", "10.0.0.0/16\n10.1.0.0/30\n10.1.0.0/16\n"));

        Assert.Equal(
            [
                "app:network.cidr, networks with overlapping ranges cannot be connected [10.10.0.0/16]:   is the value of the copied stack; use another",
                "app:network.cidr, networks with overlapping ranges cannot be connected [10.10.0.0/16]:   10.1.0.0/30 is too small for the subnets; use /16 to /23",
                "app:network.cidr, networks with overlapping ranges cannot be connected [10.10.0.0/16]: Pulumi.staging.yaml was written. It differs from examples/minimal.yaml in 1 value:",
            ],
            project.Out.Split('\n').Take(3));
        Assert.Contains("  app:network:\n    cidr: 10.1.0.0/16\n    zones: [eu-central-1a, eu-central-1b]\n", project.Text(Staging), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copy_WithoutATerminal_ListsEveryMissingAnswerWithItsOption()
    {
        using var project = NewStackRun.OfRepository();

        Assert.Equal(2, await project.RunAsync("new staging --from prod --set app:domain.name=stage.example.com"));

        Assert.Equal(
            """
            3 answers are missing, so nothing was written. Add these options, or --defaults to accept the values shown:
              --set app:network.cidr=10.40.0.0/16                                                      # networks with overlapping ranges cannot be connected
              --set app:service.secrets.DEKART_MAPBOX_TOKEN.ssmParameter=/dekart/staging/mapbox-token  # the parameter with the secret of the new stack
              --set app:service.secrets.DEKART_LICENSE_KEY.ssmParameter=/dekart/staging/license-key    # the parameter with the secret of the new stack

            """,
            project.Error);
        Assert.False(project.Has(Staging));
    }

    [Fact]
    public async Task Copy_WithEncryptedValues_LeavesThemOutAndPrintsTheirCommands()
    {
        using var project = new NewStackRun(("Pulumi.live.yaml", Secret));

        Assert.Equal(0, await project.RunAsync("new staging --from live --defaults --set app:service.desiredCount=1 --set app:service.image=shop:2.0"));

        Assert.Equal(
            """
            # The shop, as customers see it.
            config:
              aws:region: eu-west-1
              app:name: shop
              app:network: { cidr: 10.10.0.0/16, zones: [eu-west-1a, eu-west-1b] } # small
              app:tags: { stage: live }
              # one task is enough
              app:service:
                image: shop:2.0
                containerPort: 80
                desiredCount: 1
                secrets:
                  TOKEN: { config: token }

            """,
            project.Text(Staging));
        Assert.Equal(
            """
            Pulumi.staging.yaml was written. It differs from live in 3 values:
              app:service.desiredCount  3 → 1
              app:service.image         "shop:1.10" → shop:2.0
              app:network.cidr          10.0.0.0/16 → 10.10.0.0/16

            These lines still mention live:
              6: app:tags: { stage: live }

            Next:
              pulumi stack init staging
              pulumi config set --secret -s staging app:token <value>
              ./sandbox preview staging

            """,
            project.Out);
    }

    [Fact]
    public async Task Copy_ForAnotherRegionOfTheSameNames_DoesNotAskForNames()
    {
        using var project = new NewStackRun(("Pulumi.europe.yaml", """
            config:
              aws:region: eu-west-1
              app:name: shop
              app:network: { cidr: 10.1.0.0/16, zones: [eu-west-1a, eu-west-1b] }
              app:domain:
                name: shop.example.com
                hostedZoneName: example.com
                nearestRegion: true
                overwriteValidationRecords: true
              app:service:
                image: nginx:1.29
                containerPort: 80
            """));

        Assert.Equal(0, await project.RunAsync(
            "new america --from europe --defaults --set aws:region=us-east-1 --set app:network.zones[0]=us-east-1a --set app:network.zones[1]=us-east-1b"));

        Assert.Equal(
            """
            config:
              aws:region: us-east-1
              app:name: shop
              app:network: { cidr: 10.11.0.0/16, zones: [us-east-1a, us-east-1b] }
              app:domain:
                name: shop.example.com
                hostedZoneName: example.com
                nearestRegion: true
                overwriteValidationRecords: true
              app:service:
                image: nginx:1.29
                containerPort: 80
            """,
            project.Text("Pulumi.america.yaml"));
    }

    [Theory]
    [InlineData("new dev --defaults", 1, "Pulumi.dev.yaml exists already; choose another name, or delete the file\n")]
    [InlineData("new staging --from prd --defaults", 1, "there is no stack \"prd\": Pulumi.prd.yaml does not exist; the stacks are dev and prod\n")]
    [InlineData("new staging --from prod --defaults --set app:nothing=1", 2, "--set app:nothing: is not a value of the copied file; add it to the new file afterwards\n")]
    [InlineData("new staging --from prod --defaults --set name", 2, "--set name: write KEY=VALUE\n")]
    [InlineData("new staging --from prod --defaults --set app:network.cidr=10.30.0.0/16", 2, "--set app:network.cidr: is the value of the copied stack; use another\n")]
    [InlineData("new staging --from prod --defaults --set app:domain.name=Stage", 2, "--set app:domain.name: \"Stage\" is not valid; use a lower-case domain name such as maps.example.com\n")]
    public async Task Mistake_IsRefused_AndNothingIsWritten(string arguments, int exitCode, string error)
    {
        using var project = NewStackRun.OfRepository();
        var dev = project.Text("Pulumi.dev.yaml");

        Assert.Equal((exitCode, error), (await project.RunAsync(arguments), project.Error));

        Assert.False(project.Has(Staging));
        Assert.Equal(dev, project.Text("Pulumi.dev.yaml"));
    }

    [Fact]
    public async Task Copy_WithProblemsOfOtherKeys_IsRefusedAsAWhole()
    {
        using var project = NewStackRun.OfRepository();

        Assert.Equal(1, await project.RunAsync("new staging --from dev --defaults --set aws:region=eu-west-1"));

        Assert.StartsWith("The configuration of stack 'staging' has ", project.Error, StringComparison.Ordinal);
        Assert.EndsWith("\nNothing was written.\n", project.Error, StringComparison.Ordinal);
        Assert.False(project.Has(Staging));
    }

    private static string Comment(string line) => line.IndexOf('#', StringComparison.Ordinal) is var start and >= 0 ? line[start..] : "";
}
