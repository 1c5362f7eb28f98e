using Infra.Tasks;

namespace Infra.Tests.Tasks;

public sealed class OwnRepositoryTests
{
    [Theory]
    [InlineData("${repository.app}", "app", "repository")]
    [InlineData("${repository.app}:1.2", "app", "repository:1.2")]
    [InlineData("${repository.app}@sha256:0a", "app", "repository@sha256:0a")]
    [InlineData("${repository.app}/more:1", null, "${repository.app}/more:1")]
    [InlineData("${repository.app}s:1", null, "${repository.app}s:1")]
    [InlineData("${repository.app", null, "${repository.app")]
    [InlineData("${bucket.app}:1", null, "${bucket.app}:1")]
    [InlineData("nginx:1", null, "nginx:1")]
    public void Image_OfStackRepository_AllowsOnlyTagOrDigest(string image, string? repository, string replaced)
    {
        Assert.Equal(repository, OwnRepository.FindIn(image));
        Assert.Equal(replaced, OwnRepository.Replace(image));
    }
}
