using Infra.Registry;
using Infra.Tasks;

namespace Infra.Tests.Tasks;

public sealed class ImageReferenceTests
{
    private const string Digest = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData("nginx", true)]                                 // no tag means latest
    [InlineData("nginx:latest", true)]
    [InlineData("nginx:1.29", false)]
    [InlineData("nginx:LATEST", false)]                         // another tag
    [InlineData("nginx:_1.29-alpine", false)]
    [InlineData("dekartxyz/dekart:0.23", false)]
    [InlineData("library/team/app", true)]
    [InlineData("my_app__v2.x-y---z:1", false)]
    [InlineData("localhost:5000/app", true)]                    // the colon is the port's
    [InlineData("registry.example.com:5000/team/app:1", false)]
    [InlineData("Registry.Example.com/team/app:1", false)]      // hosts have no case
    [InlineData("public.ecr.aws/nginx/nginx:1.29", false)]
    [InlineData("nginx@" + Digest, false)]
    [InlineData("nginx:latest@" + Digest, false)]               // the digest decides
    public void Image_Valid_HasVersionOrNot(string image, bool isMoving)
    {
        Assert.True(ImageReference.TryParse(image, out var reference));
        Assert.Equal(isMoving, reference.HasNoVersion);
        Assert.Null(reference.Ecr);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("nginx ")]
    [InlineData("nginx\n")]
    [InlineData("nginx:1.29\n")]
    [InlineData("nginx:")]
    [InlineData("nginx:-1")]
    [InlineData("nginx:1:2")]
    [InlineData("nginx:a/b")]
    [InlineData("nginx@sha256:0123")]
    [InlineData("nginx@" + Digest + "0")]
    [InlineData("nginx@md5:0123456789abcdef0123456789abcdef")]
    [InlineData("Nginx")]
    [InlineData("team/App")]
    [InlineData("team//app")]
    [InlineData("team/-app")]
    [InlineData("app-")]
    [InlineData("a..b")]
    [InlineData("a___b")]
    [InlineData("/app")]
    [InlineData("app/")]
    [InlineData("https://registry.example.com/app")]
    [InlineData("registry.example.com:port/app")]
    [InlineData("${image}")]
    public void Image_Invalid_IsRejected(string image) => Assert.False(ImageReference.TryParse(image, out _));

    [Fact]
    public void Tag_LongerThan128Characters_IsRejected()
    {
        Assert.True(ImageReference.TryParse($"nginx:{new string('1', 128)}", out _));
        Assert.False(ImageReference.TryParse($"nginx:{new string('1', 129)}", out _));
    }

    [Fact]
    public void Image_InEcr_HasRepository()
    {
        Assert.True(ImageReference.TryParse("123456789012.dkr.ecr.eu-central-1.amazonaws.com/team/app:1.0", out var reference));
        Assert.Equal(new EcrRepository("123456789012", "eu-central-1", "team/app"), reference.Ecr);
    }
}
