using System.Collections.Immutable;
using Infra.Registry;
using Infra.Tests.Support;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Registry;

public class RepositoriesTests
{
    [Fact]
    public async Task Repository_MinimalConfiguration_HasAPredictableNameAndImmutableTags() => ResourceAssert.Inputs(
        """
        {
          "name": "shop-dev/web",
          "imageTagMutability": "IMMUTABLE",
          "imageScanningConfiguration": {"scanOnPush": true},
          "forceDelete": false
        }
        """,
        (await Run(Blocks.Repository)).Single<Ecr.Repository>());

    [Fact]
    public async Task Repository_Options_BecomeInputs()
    {
        var run = await Run("""{"deleteWithImages":true,"immutableTags":false,"scanOnPush":false,"keepImages":5}""");

        var repository = run.Find<Ecr.Repository>("shop-repositories-web");
        Assert.Equal("MUTABLE", repository["imageTagMutability"]);
        Assert.Equal(false, repository["imageScanningConfiguration.scanOnPush"]);
        Assert.Equal(true, repository["forceDelete"]);
        Assert.Equal(5, (int?)run.Find<Ecr.LifecyclePolicy>("shop-repositories-web").Json("policy")["rules"]![1]!["selection"]!["countNumber"]);
    }

    [Fact]
    public async Task LifecyclePolicy_ByDefault_ExpiresUntaggedImagesAndKeepsFifty()
    {
        var lifecycle = (await Run(Blocks.Repository)).Single<Ecr.LifecyclePolicy>();

        Assert.Equal("shop-dev/web", lifecycle["repository"]);
        ResourceAssert.Json(
            """
            {
              "rules": [
                {
                  "rulePriority": 1,
                  "description": "Delete untagged images after 7 days",
                  "selection": {"tagStatus": "untagged", "countType": "sinceImagePushed", "countUnit": "days", "countNumber": 7},
                  "action": {"type": "expire"}
                },
                {
                  "rulePriority": 2,
                  "description": "Keep 50 images",
                  "selection": {"tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": 50},
                  "action": {"type": "expire"}
                }
              ]
            }
            """,
            lifecycle.Json("policy"));
    }

    [Fact]
    public async Task Outputs_AreNamedAfterTheirKeys()
    {
        Output<ImmutableDictionary<string, string>>? urls = null;
        Output<string>? arn = null;
        await Run(Blocks.Repository, repositories => (urls, arn) = (OutputMaps.Join(repositories.Urls), repositories.RepositoryArns["web"]));

        Assert.Equal("123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop-dev/web", (await OutputUtilities.GetValueAsync(urls!))["web"]);
        Assert.Equal("arn:Repository:shop-repositories-web", await OutputUtilities.GetValueAsync(arn!));
    }

    private static Task<StackRun> Run(string web, Action<Repositories>? use = null) =>
        TestParts.Run(TestConfigs.With(("repositories", $$"""{"web":{{web}}}""")), parts =>
        {
            var repositories = parts.Repositories!;
            use?.Invoke(repositories);
        });
}
